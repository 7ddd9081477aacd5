using Dotdigital.Sdk.Integration.Diagnostics;

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>One run of a job, for the person who looks. Key: account + <see cref="Id"/>.</summary>
public sealed record RunRecord
{
    /// <summary>The fence of the run's lease, rising within the account.</summary>
    public required long Id { get; init; }

    /// <summary>A name of <see cref="Accounts.JobNames"/>.</summary>
    public required string Job { get; init; }

    /// <summary>Where it stands; one that its process could not end stays <see cref="SyncRunState.Running"/>.</summary>
    public required SyncRunState State { get; init; }

    /// <summary>The process, as <c>machine:process id</c>.</summary>
    public required string Process { get; init; }

    /// <summary>When it began, by its process's clock.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When this was stored.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it failed, in words for the person who must act; never a secret or an email.</summary>
    public string? Error { get; init; }

    /// <summary>Its steps, calls and rate limits as a JSON object; the engine's own, read by <see cref="ISyncMonitor"/>.</summary>
    public required string Details { get; init; }
}
