namespace Dotdigital.Sdk.InsightData;

/// <summary>The counters of a job.</summary>
public sealed record InsightJobSummary
{
    /// <summary>Records it is about.</summary>
    public int TotalRecords { get; init; }

    /// <summary>Records done.</summary>
    public int TotalProcessed { get; init; }

    /// <summary>Records that failed.</summary>
    public int TotalFailed { get; init; }
}
