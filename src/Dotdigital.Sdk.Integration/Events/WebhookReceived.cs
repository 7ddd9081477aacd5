using System.Text.Json;

namespace Dotdigital.Sdk.Integration.Events;

/// <summary>
/// Dotdigital told of something by a webhook. Delivered at least once, events of one message, profile or chat in the order in which they were received;
/// one that Dotdigital sends again late may come after a newer one, which <see cref="Revision"/> shows.
/// </summary>
public sealed record WebhookReceived : DotdigitalEvent
{
    /// <summary>Dotdigital's id of the event.</summary>
    public required string WebhookId { get; init; }

    /// <summary>What happened, as <c>message.delivered</c>; see <see cref="Webhooks.WebhookEventNames"/> for those that are documented.</summary>
    public required string Name { get; init; }

    /// <summary>When it happened, by Dotdigital's clock, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Dotdigital's number of the account; null when it did not say.</summary>
    public long? DotdigitalAccountId { get; init; }

    /// <summary>The API space; null when it did not say.</summary>
    public string? ApiSpaceId { get; init; }

    /// <summary>Rises with each event of the same message, profile or chat; null when Dotdigital did not say.</summary>
    public long? Revision { get; init; }

    /// <summary>Dotdigital's hash of that message, profile or chat; null when it did not say.</summary>
    public string? ETag { get; init; }

    /// <summary>What the event says, by its name; null when it says nothing. It may name a person.</summary>
    public JsonElement? Payload { get; init; }

    /// <summary>The name and id only: the payload may name a person.</summary>
    public override string ToString() => $"{Name} {EventId}";
}
