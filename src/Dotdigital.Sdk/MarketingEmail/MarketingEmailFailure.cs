using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.MarketingEmail;

/// <summary>A reason why a marketing email was not sent.</summary>
public sealed record MarketingEmailFailure
{
    /// <summary>The reason.</summary>
    [JsonPropertyName("failureCode")]
    public MarketingEmailFailureCode Code { get; init; }

    /// <summary>The reason in words.</summary>
    public string? Description { get; init; }
}
