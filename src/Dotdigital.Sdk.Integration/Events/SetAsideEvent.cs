namespace Dotdigital.Sdk.Integration.Events;

/// <summary>An event that the host did not accept after a day's worth of tries (rule OP-4): for a person to look at.</summary>
public sealed record SetAsideEvent
{
    /// <summary>Its id.</summary>
    public required Guid EventId { get; init; }

    /// <summary>The name of its type.</summary>
    public required string Kind { get; init; }

    /// <summary>The event itself; null when this version does not know its kind.</summary>
    public DotdigitalEvent? Event { get; init; }

    /// <summary>When it was stored, by our clock.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was given up.</summary>
    public required DateTimeOffset SetAsideAt { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>What the last try said, in the host's words: it may name a person.</summary>
    public string? Error { get; init; }
}
