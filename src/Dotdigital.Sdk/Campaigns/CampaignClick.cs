namespace Dotdigital.Sdk.Campaigns;

/// <summary>A click (<c>ApiCampaignContactClick</c>).</summary>
public sealed record CampaignClick
{
    /// <summary>The contact.</summary>
    public long ContactId { get; init; }

    /// <summary>Its email address.</summary>
    public string? Email { get; init; }

    /// <summary>The link.</summary>
    public string? Url { get; init; }

    /// <summary>The address it came from.</summary>
    public string? IpAddress { get; init; }

    /// <summary>The user agent.</summary>
    public string? UserAgent { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? DateClicked { get; init; }

    /// <summary>The link's keyword.</summary>
    public string? Keyword { get; init; }
}
