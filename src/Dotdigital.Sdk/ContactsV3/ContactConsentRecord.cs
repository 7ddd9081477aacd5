namespace Dotdigital.Sdk.ContactsV3;

/// <summary>What a person consented to (<c>consentRecord</c>).</summary>
public sealed record ContactConsentRecord
{
    /// <summary>The text consented to.</summary>
    public string? Text { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? DateTimeConsented { get; init; }

    /// <summary>Where.</summary>
    public string? Url { get; init; }

    /// <summary>From which address.</summary>
    public string? IpAddress { get; init; }

    /// <summary>With which user agent.</summary>
    public string? UserAgent { get; init; }

    /// <summary>When it was stored, UTC; read only.</summary>
    public DateTimeOffset? DateTimeCreated { get; init; }
}
