namespace Dotdigital.Sdk.InsightData;

/// <summary>The counters of an import.</summary>
public sealed record InsightImportSummary
{
    /// <summary>Records sent.</summary>
    public int TotalRecords { get; init; }

    /// <summary>Records imported.</summary>
    public int TotalImported { get; init; }

    /// <summary>Records refused.</summary>
    public int TotalRejected { get; init; }
}
