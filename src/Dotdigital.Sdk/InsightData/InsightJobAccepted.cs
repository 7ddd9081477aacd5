namespace Dotdigital.Sdk.InsightData;

/// <summary>The answer to a job (<c>asyncJobId</c>).</summary>
internal sealed record InsightJobAccepted
{
    /// <summary>Its id.</summary>
    public string? JobId { get; init; }
}
