using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>Consent to record (<c>consentRecord</c>).</summary>
public sealed record NewConsentRecord
{
    /// <summary>The text consented to.</summary>
    public required string Text { get; init; }

    /// <summary>When.</summary>
    [JsonConverter(typeof(DotdigitalInstantConverter))]
    public required DateTimeOffset DateTimeConsented { get; init; }

    /// <summary>Where, an absolute address.</summary>
    public required string Url { get; init; }

    /// <summary>From which address.</summary>
    public required string IpAddress { get; init; }

    /// <summary>With which user agent.</summary>
    public required string UserAgent { get; init; }
}
