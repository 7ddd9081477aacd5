namespace Dotdigital.Sdk.Campaigns;

/// <summary>A page a contact viewed after a click (<c>ApiCampaignContactPageView</c>).</summary>
public sealed record CampaignPageView
{
    /// <summary>The contact.</summary>
    public long ContactId { get; init; }

    /// <summary>Its email address.</summary>
    public string? Email { get; init; }

    /// <summary>The page.</summary>
    public string? Url { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? DateViewed { get; init; }
}
