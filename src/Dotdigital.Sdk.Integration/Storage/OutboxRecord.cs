namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>A command or event to the host, delivered at least once (rule OP-4). Key: account + <see cref="Sequence"/>; <see cref="EventId"/> is unique too.</summary>
public sealed record OutboxRecord
{
    /// <summary>The order of storing; 0 in a record not yet stored.</summary>
    public long Sequence { get; init; }

    /// <summary>Lets the host drop repeats.</summary>
    public required Guid EventId { get; init; }

    /// <summary>The kind of event: the name of its type.</summary>
    public required string Kind { get; init; }

    /// <summary>Events of one key are delivered in order, the next only after the one before was accepted or set aside; the person's address, or empty for none.</summary>
    public required string OrderKey { get; init; }

    /// <summary>The event as JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>When it was stored, by our clock.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Failed deliveries so far.</summary>
    public int Attempts { get; init; }

    /// <summary>Not before this instant is it delivered again.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>When it was given up, for a person to look at; null while it is to be delivered.</summary>
    public DateTimeOffset? SetAsideAt { get; init; }

    /// <summary>What the last failed delivery said.</summary>
    public string? Error { get; init; }
}
