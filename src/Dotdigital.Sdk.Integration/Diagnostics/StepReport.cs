namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>What one step of a run did.</summary>
public sealed record StepReport
{
    /// <summary>The step's name.</summary>
    public required string Step { get; init; }

    /// <summary>The marketing list, address book or campaign that it was for; empty for the whole account.</summary>
    public string Scope { get; init; } = string.Empty;

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

    /// <summary>Values that the host and Dotdigital had both changed (rule IM-4).</summary>
    public long Conflicts { get; init; }

    /// <summary>The API calls that it made, by rate-limit tier as Dotdigital names it; retries count too.</summary>
    public IReadOnlyDictionary<string, int> CallsByTier { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>The API calls that it made.</summary>
    public int Calls => CallsByTier.Values.Sum();

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>What the host should know of that is no failure, in words for a person, without addresses.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Why the step was not run, when the rules forbade it; null when it ran.</summary>
    public string? NotRun { get; init; }

    /// <summary>Whether it stopped before its end to let other runs have their turn; the next run goes on (rule W-2).</summary>
    public bool Continues { get; init; }

    /// <summary>What failed, in words for the person who must act; null when nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>The failure itself, for the host's own handling.</summary>
    public Exception? Exception { get; init; }

    /// <summary>This report with the counts of <paramref name="other"/> added.</summary>
    public StepReport Plus(StepReport other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with
        {
            Read = Read + other.Read,
            Added = Added + other.Added,
            Updated = Updated + other.Updated,
            Removed = Removed + other.Removed,
            Sent = Sent + other.Sent,
            Skipped = Skipped + other.Skipped,
            SetAside = SetAside + other.SetAside,
            Notes = [.. Notes, .. other.Notes],
            Conflicts = Conflicts + other.Conflicts,
            NotRun = other.NotRun ?? NotRun,
            Continues = Continues || other.Continues,
            Error = other.Error ?? Error,
            Exception = other.Exception ?? Exception,
        };
    }
}
