namespace Dotdigital.Sdk.Campaigns;

/// <summary>How a split test is sent (<c>ApiSplitTestSendOptions</c>).</summary>
public sealed record SplitTestSend
{
    /// <summary>What decides.</summary>
    public required SplitTestMetric TestMetric { get; init; }

    /// <summary>The share of the recipients to test on, 1 to 100 percent.</summary>
    public required int TestPercentage { get; init; }

    /// <summary>How long to test before the winner is sent, in hours, at least 1.</summary>
    public required int TestPeriodHours { get; init; }
}
