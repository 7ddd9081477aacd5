namespace Dotdigital.Sdk.Campaigns;

/// <summary>How a split test was sent (<c>ApiSplitTestSendOptions</c>).</summary>
public sealed record CampaignSplitTestSend
{
    /// <summary>What decides.</summary>
    public SplitTestMetric TestMetric { get; init; }

    /// <summary>The share of the recipients tested on, in percent.</summary>
    public int TestPercentage { get; init; }

    /// <summary>How long it is tested, in hours.</summary>
    public int TestPeriodHours { get; init; }
}
