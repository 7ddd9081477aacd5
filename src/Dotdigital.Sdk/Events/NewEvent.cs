using System.Text.Json;
using System.Text.Json.Serialization;
using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Events;

/// <summary>An event to import.</summary>
public sealed record NewEvent
{
    /// <summary>Who it is about.</summary>
    [JsonPropertyName("contactIdentity")]
    public required ContactV3Identifier Contact { get; init; }

    /// <summary>Its type, up to 80 characters.</summary>
    public required string Type { get; init; }

    /// <summary>Its id, unique.</summary>
    public string? Id { get; init; }

    /// <summary>When it occurred; the time of processing when <see langword="null"/>.</summary>
    [JsonPropertyName("eventTimestamp")]
    [JsonConverter(typeof(PreciseDateConverter))]
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>How it is shown on the timeline.</summary>
    public EventTimelineDetails? TimelineDetails { get; init; }

    /// <summary>Its further data, a JSON object; for instance from <c>JsonSerializer.SerializeToElement</c>.</summary>
    [JsonPropertyName("eventData")]
    public JsonElement? Data { get; init; }
}
