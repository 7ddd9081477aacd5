namespace Dotdigital.Sdk.InsightData;

/// <summary>The counters of a deletion.</summary>
public sealed record InsightDeletionSummary
{
    /// <summary>Records asked for.</summary>
    public int TotalRecords { get; init; }

    /// <summary>Records deleted.</summary>
    public int TotalDeleted { get; init; }

    /// <summary>Records that do not exist.</summary>
    public int TotalNotFound { get; init; }
}
