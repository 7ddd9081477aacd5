using Dotdigital.Sdk.Campaigns;

namespace Dotdigital.Sdk.TransactionalEmail;

/// <summary>A triggered campaign with its content made up for one person (<c>ApiCampaignWithProcessedContent</c>).</summary>
public sealed record PreparedCampaign
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

    /// <summary>The HTML body as written.</summary>
    public string? HtmlContent { get; init; }

    /// <summary>The text body as written.</summary>
    public string? PlainTextContent { get; init; }

    /// <summary>What happens to replies.</summary>
    public CampaignReplyAction ReplyAction { get; init; }

    /// <summary>Where replies are forwarded.</summary>
    public string? ReplyToAddress { get; init; }

    /// <summary>Whether it is a split test.</summary>
    public bool IsSplitTest { get; init; }

    /// <summary>Its state.</summary>
    public CampaignStatus Status { get; init; }

    /// <summary>The HTML body made up for the person.</summary>
    public string? ProcessedHtmlContent { get; init; }

    /// <summary>The text body made up for the person.</summary>
    public string? ProcessedPlainTextContent { get; init; }

    /// <summary>The reply-to address shown.</summary>
    public string? CustomReplyToAddress { get; init; }
}
