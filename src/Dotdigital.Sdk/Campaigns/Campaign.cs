namespace Dotdigital.Sdk.Campaigns;

/// <summary>A campaign (<c>ApiCampaign</c>).</summary>
public sealed record Campaign
{
    /// <summary>Its id.</summary>
    public int Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The subject line.</summary>
    public string? Subject { get; init; }

    /// <summary>The sender as shown.</summary>
    public string? FromName { get; init; }

    /// <summary>The sender's address.</summary>
    public CampaignFromAddress? FromAddress { get; init; }

    /// <summary>The HTML body; only some operations give it.</summary>
    public string? HtmlContent { get; init; }

    /// <summary>The text body; only some operations give it.</summary>
    public string? PlainTextContent { get; init; }

    /// <summary>What happens to replies.</summary>
    public CampaignReplyAction ReplyAction { get; init; }

    /// <summary>Where replies are forwarded.</summary>
    public string? ReplyToAddress { get; init; }

    /// <summary>The reply-to address shown.</summary>
    public string? CustomReplyToAddress { get; init; }

    /// <summary>Whether it is a split test.</summary>
    public bool IsSplitTest { get; init; }

    /// <summary>Its state.</summary>
    public CampaignStatus Status { get; init; }

    /// <summary>Its kind; only <see cref="ICampaignsApi.CreateAsync"/> and <see cref="ICampaignsApi.GetFilteredAsync"/> give it.</summary>
    public CampaignType Type { get; init; }

    /// <summary>Its tags; only <see cref="ICampaignsApi.GetFilteredAsync"/> gives them.</summary>
    public IReadOnlyList<string> Tags { get; init => field = value ?? []; } = [];

    /// <summary>When it was sent, UTC; only <see cref="ICampaignsApi.GetFilteredAsync"/> gives it.</summary>
    public DateTimeOffset? SentDate { get; init; }

    /// <summary>When it is to be sent, UTC; only <see cref="ICampaignsApi.GetFilteredAsync"/> gives it.</summary>
    public DateTimeOffset? ScheduledDate { get; init; }
}
