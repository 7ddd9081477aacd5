namespace Dotdigital.Sdk.Campaigns;

/// <summary>An open (<c>ApiCampaignContactOpen</c>).</summary>
public sealed record CampaignOpen
{
    /// <summary>The contact.</summary>
    public long ContactId { get; init; }

    /// <summary>Its email address.</summary>
    public string? Email { get; init; }

    /// <summary>The mail client.</summary>
    public string? MailClient { get; init; }

    /// <summary>Its version.</summary>
    public string? MailClientVersion { get; init; }

    /// <summary>The address it came from.</summary>
    public string? IpAddress { get; init; }

    /// <summary>The user agent.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Whether the HTML form was opened.</summary>
    public bool IsHtml { get; init; }

    /// <summary>Whether it was a forwarded copy.</summary>
    public bool IsForward { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? DateOpened { get; init; }
}
