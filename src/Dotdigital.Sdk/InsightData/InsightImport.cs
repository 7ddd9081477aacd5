namespace Dotdigital.Sdk.InsightData;

/// <summary>An import of insight data.</summary>
public sealed record InsightImport
{
    /// <summary>Its id.</summary>
    public string? ImportId { get; init; }

    /// <summary>How far it is.</summary>
    public InsightImportStatus Status { get; init; }

    /// <summary>The collection.</summary>
    public string? CollectionName { get; init; }

    /// <summary>The counters; <see langword="null"/> until complete.</summary>
    public InsightImportSummary? Summary { get; init; }

    /// <summary>The records refused.</summary>
    public IReadOnlyList<InsightImportFailure> Failures { get; init => field = value ?? []; } = [];
}
