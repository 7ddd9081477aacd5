namespace Dotdigital.Sdk.Campaigns;

/// <summary>The results of a split test (<c>ApiCampaignSplitTestResults</c>).</summary>
public sealed record SplitTestResults
{
    /// <summary>Each version.</summary>
    public IReadOnlyList<SplitTestVersion> Versions { get; init => field = value ?? []; } = [];

    /// <summary>What decides.</summary>
    public SplitTestMetric SplitTestWinnerMetric { get; init; }
}
