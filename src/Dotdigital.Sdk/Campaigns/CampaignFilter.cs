namespace Dotdigital.Sdk.Campaigns;

/// <summary>Which campaigns to read (<c>GET /v2/campaigns/filtered</c>). What is not set does not filter.</summary>
public sealed record CampaignFilter
{
    /// <summary>Only those of this kind.</summary>
    public CampaignType? Type { get; init; }

    /// <summary>Only those with these tags.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Only those in one of these states.</summary>
    public IReadOnlyList<CampaignStatus>? Statuses { get; init; }

    /// <summary>Only those sent since this instant; sent in UTC.</summary>
    public DateTimeOffset? SentDate { get; init; }

    /// <summary>Only those scheduled at or after this instant; sent in UTC.</summary>
    public DateTimeOffset? ScheduledFrom { get; init; }

    /// <summary>Only those scheduled at or before this instant; sent in UTC.</summary>
    public DateTimeOffset? ScheduledTo { get; init; }
}
