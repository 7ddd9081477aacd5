namespace Dotdigital.Sdk.Campaigns;

/// <summary>What a campaign consists of, to create or replace one (<c>ApiCampaign</c>).</summary>
public sealed record CampaignContent
{
    /// <summary>Its name, up to 255 characters; seen only in the account.</summary>
    public required string Name { get; init; }

    /// <summary>The subject line.</summary>
    public required string Subject { get; init; }

    /// <summary>The sender as shown.</summary>
    public required string FromName { get; init; }

    /// <summary>The sender's address, one of the account's; the default one when <see langword="null"/>.</summary>
    public CampaignFromAddress? FromAddress { get; init; }

    /// <summary>The HTML body; marketing campaigns need an unsubscribe link (<c>$UNSUB$</c>).</summary>
    public required string HtmlContent { get; init; }

    /// <summary>The text body, with an unsubscribe link too.</summary>
    public required string PlainTextContent { get; init; }

    /// <summary>What happens to replies.</summary>
    public CampaignReplyAction? ReplyAction { get; init; }

    /// <summary>Where replies are forwarded, for <see cref="CampaignReplyAction.WebMailForward"/>.</summary>
    public string? ReplyToAddress { get; init; }

    /// <summary>The reply-to address shown.</summary>
    public string? CustomReplyToAddress { get; init; }
}
