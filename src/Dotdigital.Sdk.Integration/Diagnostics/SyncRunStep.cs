namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>What one step of a run did so far, for all lists, books and campaigns together.</summary>
public sealed record SyncRunStep
{
    private const int MostTexts = 10;

    /// <summary>The step's name, as in <see cref="StepReport.Step"/>.</summary>
    public required string Step { get; init; }

    /// <summary>How often it ran: once for the account, or once for each list, book or campaign.</summary>
    public int Times { get; init; }

    /// <summary>Rows read from Dotdigital or from the host.</summary>
    public long Read { get; init; }

    /// <summary>Rows found new.</summary>
    public long Added { get; init; }

    /// <summary>Rows changed.</summary>
    public long Updated { get; init; }

    /// <summary>Rows taken away.</summary>
    public long Removed { get; init; }

    /// <summary>Rows handed to Dotdigital or to the host.</summary>
    public long Sent { get; init; }

    /// <summary>Rows looked at that needed nothing.</summary>
    public long Skipped { get; init; }

    /// <summary>Rows set aside with a reason.</summary>
    public long SetAside { get; init; }

    /// <summary>Its API calls, by rate-limit tier.</summary>
    public IReadOnlyDictionary<string, int> CallsByTier { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>How often the rules forbade it.</summary>
    public int NotRun { get; init; }

    /// <summary>Why, the last time; null when it always ran.</summary>
    public string? WhyNotRun { get; init; }

    /// <summary>Whether it stopped before its end; the next run goes on (rule W-2).</summary>
    public bool Continues { get; init; }

    /// <summary>How often it failed.</summary>
    public int Failed { get; init; }

    /// <summary>The first failures, at most 10.</summary>
    public IReadOnlyList<SyncStepFailure> Failures { get; init; } = [];

    /// <summary>The first notes that are no failures, at most 10.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>This with one more report of the same step.</summary>
    /// <param name="report">The report.</param>
    /// <param name="error">Its failure as it may be shown; null when it has none.</param>
    internal SyncRunStep Plus(StepReport report, string? error) => this with
    {
        Times = Times + (report.NotRun is null ? 1 : 0),
        Read = Read + report.Read,
        Added = Added + report.Added,
        Updated = Updated + report.Updated,
        Removed = Removed + report.Removed,
        Sent = Sent + report.Sent,
        Skipped = Skipped + report.Skipped,
        SetAside = SetAside + report.SetAside,
        CallsByTier = CallCounts.Add(CallsByTier, report.CallsByTier),
        Duration = Duration + report.Duration,
        NotRun = NotRun + (report.NotRun is null ? 0 : 1),
        WhyNotRun = report.NotRun ?? WhyNotRun,
        Continues = Continues || report.Continues,
        Failed = Failed + (error is null ? 0 : 1),
        Failures = error is null || Failures.Count == MostTexts ? Failures : [.. Failures, new SyncStepFailure(report.Scope, error)],
        Notes = Notes.Count == MostTexts || report.Notes.Count == 0 ? Notes : [.. Notes.Concat(report.Notes).Take(MostTexts)],
    };
}
