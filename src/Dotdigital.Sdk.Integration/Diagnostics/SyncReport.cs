using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>What one run for an account did.</summary>
public sealed record SyncReport
{
    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>The job: cycle, import, export, status, changes, data fields.</summary>
    public required string Job { get; init; }

    /// <summary>When it began, by our clock.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>True when another run held the account: nothing was done, and the job was remembered (rule BL-1).</summary>
    public bool WasBusy { get; init; }

    /// <summary>The steps in the order in which they ran.</summary>
    public IReadOnlyList<StepReport> Steps { get; init; } = [];

    /// <summary>Whether every step that ran did so without a failure.</summary>
    public bool IsSuccess => !WasBusy && Steps.All(static step => step.Error is null);

    /// <summary>Whether a step has more to read: the job was asked for again and goes on in its next run (rule W-2). A host with a scheduler of its own may run it at once.</summary>
    public bool Continues => Steps.Any(static step => step.Continues);

    /// <summary>The failures, in order.</summary>
    public IEnumerable<StepReport> Failures => Steps.Where(static step => step.Error is not null);
}
