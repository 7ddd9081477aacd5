namespace Dotdigital.Sdk.InsightData;

/// <summary>What became of a deletion of many records.</summary>
public sealed record InsightDeletion
{
    /// <summary>The counters.</summary>
    public InsightDeletionSummary? Summary { get; init; }

    /// <summary>The keys that do not exist.</summary>
    public IReadOnlyList<string> NotFound { get; init => field = value ?? []; } = [];
}
