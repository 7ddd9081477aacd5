namespace Dotdigital.Sdk.InsightData;

/// <summary>What a failure of a job is about (<c>errorResponse_details</c>).</summary>
public sealed record InsightJobFailureDetail
{
    /// <summary>What it is about.</summary>
    public string? Item { get; init; }

    /// <summary>What went wrong.</summary>
    public string? Description { get; init; }
}
