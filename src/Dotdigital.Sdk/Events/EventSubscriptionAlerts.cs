using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Events;

/// <summary>Where problems of a subscription are told.</summary>
public sealed record EventSubscriptionAlerts
{
    /// <summary>By which channels.</summary>
    [JsonPropertyName("alertChannels")]
    public EventAlertChannel Channels { get; init; }

    /// <summary>To which address.</summary>
    public string? Email { get; init; }
}
