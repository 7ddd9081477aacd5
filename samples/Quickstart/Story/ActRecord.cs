using Dotdigital.Sdk.Integration.Diagnostics;

namespace Quickstart.Story;

/// <summary>What one act did.</summary>
internal sealed class ActRecord
{
    public required string Name { get; init; }

    /// <summary>An earlier process began it and was killed.</summary>
    public bool WasInterrupted { get; init; }

    public string Outcome { get; set; } = "";

    public TimeSpan Duration { get; set; }

    /// <summary>The largest resident size of the process up to its end, in bytes.</summary>
    public long PeakWorkingSet { get; set; }

    /// <summary>What the engine did in it.</summary>
    public List<SyncReport> Runs { get; } = [];

    public long Sent(string step) => Runs.SelectMany(run => run.Steps).Where(report => report.Step == step).Sum(report => report.Sent);
}
