using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Events;

/// <summary>What a subscription collects, to create or replace one (<c>subscriptionRequest</c>).</summary>
public sealed record EventSubscriptionContent
{
    /// <summary>Its name, up to 50 characters, unique in the account.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it collects.</summary>
    public required EventSubscriptionStatus Status { get; init; }

    /// <summary>What it collects, 1 to 100.</summary>
    [JsonPropertyName("subscribedEventTypes")]
    public required IReadOnlyList<EventTypeSubscription> EventTypes { get; init; }

    /// <summary>Where its problems are told.</summary>
    [JsonPropertyName("alertsConfiguration")]
    public required EventAlerts Alerts { get; init; }
}
