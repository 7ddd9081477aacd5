using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Events;

/// <summary>A subscription to events. It becomes inactive when it is not read for 30 days (<c>subscription</c>).</summary>
public sealed record EventSubscription
{
    /// <summary>Its id.</summary>
    public int Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Whether it collects.</summary>
    public EventSubscriptionStatus Status { get; init; }

    /// <summary>What it collects.</summary>
    [JsonPropertyName("subscribedEventTypes")]
    public IReadOnlyList<EventSubscriptionType> EventTypes { get; init => field = value ?? []; } = [];

    /// <summary>Where its problems are told.</summary>
    [JsonPropertyName("alertsConfiguration")]
    public EventSubscriptionAlerts? Alerts { get; init; }

    /// <summary>When it was created, UTC.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTimeOffset? Updated { get; init; }
}
