using Dotdigital.Sdk.DataFields;

namespace Dotdigital.Sdk.Contacts;

/// <summary>A request to bring a person back in, made by that person (<c>ApiContactResubscription</c>).</summary>
public sealed record ContactResubscription
{
    /// <summary>The email address.</summary>
    public required string Email { get; init; }

    /// <summary>Data fields to set with it.</summary>
    public DataFieldMap? DataFields { get; init; }

    /// <summary>The locale of the challenge, for example <c>en-GB</c>.</summary>
    public string? PreferredLocale { get; init; }

    /// <summary>Where a challenged person is sent afterwards.</summary>
    public Uri? ReturnUrl { get; init; }
}
