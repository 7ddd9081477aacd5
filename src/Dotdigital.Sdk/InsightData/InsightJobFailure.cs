namespace Dotdigital.Sdk.InsightData;

/// <summary>A failure of a job (<c>errorResponse</c>).</summary>
public sealed record InsightJobFailure
{
    /// <summary>The code, for example <c>insightData:collectionInUse</c>.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>What went wrong.</summary>
    public string? Description { get; init; }

    /// <summary>What it is about.</summary>
    public IReadOnlyList<InsightJobFailureDetail> Details { get; init => field = value ?? []; } = [];
}
