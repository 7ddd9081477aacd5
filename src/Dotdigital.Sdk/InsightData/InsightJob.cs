namespace Dotdigital.Sdk.InsightData;

/// <summary>A job that empties or deletes a collection.</summary>
public sealed record InsightJob
{
    /// <summary>Its id.</summary>
    public string? JobId { get; init; }

    /// <summary>How far it is.</summary>
    public InsightJobStatus Status { get; init; }

    /// <summary>The counters; <see langword="null"/> until finished.</summary>
    public InsightJobSummary? Summary { get; init; }

    /// <summary>What failed.</summary>
    public IReadOnlyList<InsightJobFailure> Failures { get; init => field = value ?? []; } = [];
}
