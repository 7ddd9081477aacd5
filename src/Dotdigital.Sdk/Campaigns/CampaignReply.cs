namespace Dotdigital.Sdk.Campaigns;

/// <summary>A reply to a campaign (<c>ApiCampaignContactReply</c>).</summary>
public sealed record CampaignReply
{
    /// <summary>The contact.</summary>
    public long ContactId { get; init; }

    /// <summary>Its email address.</summary>
    public string? Email { get; init; }

    /// <summary>Who replied.</summary>
    public string? FromAddress { get; init; }

    /// <summary>The address replied to.</summary>
    public string? ToAddress { get; init; }

    /// <summary>The reply's subject line.</summary>
    public string? Subject { get; init; }

    /// <summary>The reply.</summary>
    public string? Message { get; init; }

    /// <summary>Whether the reply is HTML.</summary>
    public bool IsHtml { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? DateReplied { get; init; }

    /// <summary>The kind of reply.</summary>
    public CampaignReplyType ReplyType { get; init; }

    /// <summary>The reply-to address shown.</summary>
    public string? CustomReplyToAddress { get; init; }
}
