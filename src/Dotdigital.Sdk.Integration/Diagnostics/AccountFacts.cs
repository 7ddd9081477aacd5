using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>What is stored of an account that tells how it fares.</summary>
internal sealed record AccountFacts
{
    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Between two of its cycles.</summary>
    public required TimeSpan CycleInterval { get; init; }

    /// <summary>Since when this process knows it.</summary>
    public required DateTimeOffset SeenSince { get; init; }

    /// <summary>How its jobs last went.</summary>
    public required IReadOnlyList<JobStateRecord> Jobs { get; init; }

    /// <summary>Its batches that are not settled.</summary>
    public required IReadOnlyList<BatchRecord> Batches { get; init; }

    /// <summary>Events to the host that were given up.</summary>
    public required long EventsSetAside { get; init; }

    /// <summary>Connections whose removal waits for a person's confirmation (rule CN-5).</summary>
    public required IReadOnlyList<ConnectionRecord> WaitingRemovals { get; init; }

    /// <summary>How a job last went, or null.</summary>
    public JobStateRecord? Job(string name) => Jobs.FirstOrDefault(job => string.Equals(job.Job, name, StringComparison.Ordinal));
}
