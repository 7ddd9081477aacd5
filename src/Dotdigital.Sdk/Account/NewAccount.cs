namespace Dotdigital.Sdk.Account;

/// <summary>An account to create: the fields the API takes as properties.</summary>
public sealed record NewAccount
{
    /// <summary>The owner's email address.</summary>
    public required string Email { get; init; }

    /// <summary>The owner's first name.</summary>
    public required string FirstName { get; init; }

    /// <summary>The owner's last name.</summary>
    public required string LastName { get; init; }

    /// <summary>The address the owner signs up from.</summary>
    public required string UserIpAddress { get; init; }

    /// <summary>The company.</summary>
    public string? Company { get; init; }

    /// <summary>A telephone number.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>The locale, as a Windows locale id.</summary>
    public int? Lcid { get; init; }

    /// <summary>The time zone, as Dotdigital numbers them.</summary>
    public int? TimeZoneId { get; init; }

    /// <summary>Whether it is an express account.</summary>
    public bool? IsExpressAccount { get; init; }
}
