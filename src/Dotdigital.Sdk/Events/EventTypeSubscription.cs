using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Events;

/// <summary>A type of event to collect (<c>eventType</c>).</summary>
public sealed record EventTypeSubscription
{
    /// <summary>The type.</summary>
    [JsonPropertyName("eventType")]
    public required string Type { get; init; }

    /// <summary>Conditions, at most 5, that all hold; give the type twice for either-or.</summary>
    public IReadOnlyList<EventFilter>? Filters { get; init; }
}
