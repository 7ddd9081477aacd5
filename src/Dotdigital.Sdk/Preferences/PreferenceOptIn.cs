using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Preferences;

/// <summary>A contact's choice about a preference (<c>ApiMarketingPreferenceOptIn</c>).</summary>
public sealed record PreferenceOptIn
{
    /// <summary>The preference.</summary>
    [JsonPropertyName("marketingPreferenceId")]
    public int PreferenceId { get; init; }

    /// <summary>The address book it was asked in.</summary>
    public int AddressBookId { get; init; }

    /// <summary>Whether the contact opted in.</summary>
    public bool IsOptedIn { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    [JsonPropertyName("dateModifed")]
    public DateTimeOffset? DateModified { get; init; }
}
