namespace Dotdigital.Sdk.Campaigns;

/// <summary>The counters of a campaign in a period (<c>ApiCampaignReportModelExtended</c>).</summary>
public sealed record CampaignMetrics
{
    /// <summary>The campaign.</summary>
    public int CampaignId { get; init; }

    /// <summary>When it was sent, UTC.</summary>
    public DateTimeOffset? DateSent { get; init; }

    /// <summary>Its name.</summary>
    public string? CampaignName { get; init; }

    /// <summary>Its kind.</summary>
    public CampaignType CampaignType { get; init; }

    /// <summary>Emails sent.</summary>
    public int Sent { get; init; }

    /// <summary>Emails delivered.</summary>
    public int Delivered { get; init; }

    /// <summary>Contacts who opened.</summary>
    public int UniqueOpens { get; init; }

    /// <summary>Clicks.</summary>
    public int Clicks { get; init; }

    /// <summary>Hard bounces.</summary>
    public int HardBounces { get; init; }

    /// <summary>Soft bounces.</summary>
    public int SoftBounces { get; init; }

    /// <summary>Replies.</summary>
    public int Replies { get; init; }

    /// <summary>Unsubscribes.</summary>
    public int Unsubscribes { get; init; }

    /// <summary>Forwards.</summary>
    public int Forwards { get; init; }

    /// <summary>Contacts who clicked.</summary>
    public int UniqueClicks { get; init; }

    /// <summary>Emails that could not be sent.</summary>
    public int SendStatusFails { get; init; }

    /// <summary>Emails blocked.</summary>
    public int MailBlocks { get; init; }

    /// <summary>Opens.</summary>
    public int Opens { get; init; }

    /// <summary>Complaints.</summary>
    public int Complaints { get; init; }

    /// <summary>Page views.</summary>
    public int PageViews { get; init; }

    /// <summary>Delivered, in percent of sent.</summary>
    public decimal PercentageDelivered { get; init; }

    /// <summary>Contacts who opened, in percent.</summary>
    public decimal PercentageUniqueOpens { get; init; }

    /// <summary>Hard bounces, in percent.</summary>
    public decimal PercentageHardBounces { get; init; }

    /// <summary>Soft bounces, in percent.</summary>
    public decimal PercentageSoftBounces { get; init; }

    /// <summary>Replies, in percent.</summary>
    public decimal PercentageReplies { get; init; }

    /// <summary>Unsubscribes, in percent.</summary>
    public decimal PercentageUnsubscribes { get; init; }

    /// <summary>Contacts who clicked, in percent.</summary>
    public decimal PercentageUniqueClicks { get; init; }

    /// <summary>Contacts who clicked, in percent of those who opened.</summary>
    public decimal PercentageUniqueClicksToOpens { get; init; }

    /// <summary>The revenue attributed to it.</summary>
    public decimal Revenue { get; init; }

    /// <summary>Orders per delivered email, in percent.</summary>
    public decimal ConversionRate { get; init; }

    /// <summary>The revenue it contributed to.</summary>
    public decimal AssistedRevenue { get; init; }

    /// <summary>Orders attributed to it.</summary>
    public int Orders { get; init; }

    /// <summary>Orders it contributed to.</summary>
    public int AssistedOrders { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<string> Tags { get; init => field = value ?? []; } = [];

    /// <summary>The subject line.</summary>
    public string? SubjectLine { get; init; }

    /// <summary>The sender as shown.</summary>
    public string? FromName { get; init; }

    /// <summary>The sender's address.</summary>
    public string? FromAddress { get; init; }

    /// <summary>Whether it is a split test.</summary>
    public bool IsSplitTest { get; init; }
}
