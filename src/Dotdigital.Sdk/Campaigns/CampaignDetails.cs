namespace Dotdigital.Sdk.Campaigns;

/// <summary>A campaign with its details (<c>ApiCampaignDetails</c>).</summary>
public sealed record CampaignDetails
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

    /// <summary>Its kind.</summary>
    public CampaignType Type { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<CampaignTag> Tags { get; init => field = value ?? []; } = [];

    /// <summary>What a split test varies.</summary>
    public IReadOnlyList<string> SplitTestOptions { get; init => field = value ?? []; } = [];

    /// <summary>When it was sent, UTC.</summary>
    public DateTimeOffset? SentDate { get; init; }
}
