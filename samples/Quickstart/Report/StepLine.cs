namespace Quickstart.Report;

/// <summary>One act, or one step of the engine within it, in the report.</summary>
internal sealed record StepLine
{
    public required string Name { get; init; }

    public string? Outcome { get; init; }

    public bool WasInterrupted { get; init; }

    public double Seconds { get; init; }

    /// <summary>The largest resident size of the process up to the act's end, in bytes.</summary>
    public long? PeakWorkingSet { get; init; }

    public long Read { get; init; }

    public long Sent { get; init; }

    public long SetAside { get; init; }

    public IReadOnlyDictionary<string, int>? CallsByTier { get; init; }

    public IReadOnlyDictionary<string, int>? CallsByOperation { get; init; }

    public IReadOnlyList<StepLine>? Steps { get; init; }

    public IReadOnlyList<string>? Failures { get; init; }
}
