using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Events;

/// <summary>A type of event a subscription collects (<c>eventType</c>).</summary>
public sealed record EventSubscriptionType
{
    /// <summary>The type.</summary>
    [JsonPropertyName("eventType")]
    public string? Type { get; init; }

    /// <summary>Conditions that all hold.</summary>
    public IReadOnlyList<EventSubscriptionFilter> Filters { get; init => field = value ?? []; } = [];
}
