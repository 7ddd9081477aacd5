namespace Dotdigital.Sdk.Campaigns;

/// <summary>A click, with the groups of its link (<c>ApiCampaignContactClickWithGroups</c>).</summary>
public sealed record CampaignGroupedClick
{
    /// <summary>The contact.</summary>
    public long ContactId { get; init; }

    /// <summary>Its email address.</summary>
    public string? Email { get; init; }

    /// <summary>The link.</summary>
    public string? Url { get; init; }

    /// <summary>From which address.</summary>
    public string? IpAddress { get; init; }

    /// <summary>With which user agent.</summary>
    public string? UserAgent { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? DateClicked { get; init; }

    /// <summary>The link's keyword.</summary>
    public string? Keyword { get; init; }

    /// <summary>The link's groups.</summary>
    public IReadOnlyList<CampaignLinkGroup> Groups { get; init => field = value ?? []; } = [];
}
