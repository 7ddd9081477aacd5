using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.RateLimits;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>One run of a job for an account: under way, or over.</summary>
public sealed record SyncRun
{
    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>The run's number, rising within the account: the fence of its lease.</summary>
    public required long Id { get; init; }

    /// <summary>The job, one of <see cref="JobNames"/>; null when another process runs it and has not told yet.</summary>
    public string? Job { get; init; }

    /// <summary>Where it stands.</summary>
    public required SyncRunState State { get; init; }

    /// <summary>The process that runs it or ran it, as <c>machine:process id</c>.</summary>
    public required string Process { get; init; }

    /// <summary>Whether this process runs it, so that all of this is as of now; else as of <see cref="SeenAt"/>, which another process stores every 5 seconds.</summary>
    public bool IsHere { get; init; }

    /// <summary>When it began, by its process's clock; null when another process runs it and has not told yet.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>What the rest tells is as of this instant; null when nothing is known yet.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>When it ended; null while it runs, and when it never told its end.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it failed, in words for the person who must act; never a secret or an email.</summary>
    public string? Error { get; init; }

    /// <summary>The step under way; null between two steps and after the end.</summary>
    public SyncProgress? Current { get; init; }

    /// <summary>The steps done, in the order in which they first ended.</summary>
    public IReadOnlyList<SyncRunStep> Steps { get; init; } = [];

    /// <summary>The API calls of all steps and of the one under way, by rate-limit tier.</summary>
    public IReadOnlyDictionary<string, int> CallsByTier { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Calls of the account that are held for a rate limit, and until when; empty when none is.</summary>
    public IReadOnlyList<RateLimitWait> Waits { get; init; } = [];

    /// <summary>The API calls in all.</summary>
    public int Calls => CallsByTier.Values.Sum();
}
