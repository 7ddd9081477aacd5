namespace Dotdigital.Sdk.Campaigns;

/// <summary>What one contact did with one campaign (<c>ApiCampaignContactSummary</c>).</summary>
public sealed record CampaignActivity
{
    /// <summary>The contact.</summary>
    public long ContactId { get; init; }

    /// <summary>Its email address.</summary>
    public string? Email { get; init; }

    /// <summary>Opens.</summary>
    public int NumOpens { get; init; }

    /// <summary>Page views.</summary>
    public int NumPageViews { get; init; }

    /// <summary>Clicks.</summary>
    public int NumClicks { get; init; }

    /// <summary>Forwards.</summary>
    public int NumForwards { get; init; }

    /// <summary>Estimated forwards.</summary>
    public int NumEstimatedForwards { get; init; }

    /// <summary>Replies.</summary>
    public int NumReplies { get; init; }

    /// <summary>When it was sent to the contact, UTC.</summary>
    public DateTimeOffset? DateSent { get; init; }

    /// <summary>The first open, UTC; <see langword="null"/> when never.</summary>
    public DateTimeOffset? DateFirstOpened { get; init; }

    /// <summary>The last open, UTC; <see langword="null"/> when never.</summary>
    public DateTimeOffset? DateLastOpened { get; init; }

    /// <summary>The address of the first open.</summary>
    public string? FirstOpenIp { get; init; }

    /// <summary>Unsubscribed by it. The API gives no date.</summary>
    public bool Unsubscribed { get; init; }

    /// <summary>Soft bounced. The API gives no date.</summary>
    public bool SoftBounced { get; init; }

    /// <summary>Hard bounced. The API gives no date.</summary>
    public bool HardBounced { get; init; }
}
