namespace Dotdigital.Sdk.MarketingEmail;

/// <summary>What became of a batch.</summary>
public sealed record MarketingEmailBatchResult
{
    /// <summary>The counters.</summary>
    public MarketingEmailSummary? Summary { get; init; }

    /// <summary>Each email.</summary>
    public IReadOnlyList<MarketingEmailResult> Results { get; init => field = value ?? []; } = [];
}
