namespace Dotdigital.Sdk.Integration.Events;

/// <summary>Something the host would want to know, delivered at least once after its state is stored (rule OP-4).</summary>
public abstract record DotdigitalEvent
{
    /// <summary>The same at a repeated delivery: lets the host drop repeats.</summary>
    public required Guid EventId { get; init; }

    /// <summary>The account's id.</summary>
    public required string Account { get; init; }

    /// <summary>When the engine stored it, by our clock.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
