namespace Dotdigital.Sdk.Campaigns;

/// <summary>A split test campaign to create: what has several values is tested (<c>ApiSplitTestCampaign</c>).</summary>
public sealed record SplitTestCampaignContent
{
    /// <summary>Its name, up to 255 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The subject lines to test.</summary>
    public IReadOnlyList<string>? Subjects { get; init; }

    /// <summary>The senders as shown to test.</summary>
    public IReadOnlyList<string>? FromNames { get; init; }

    /// <summary>The senders' addresses to test.</summary>
    public IReadOnlyList<CampaignFromAddress>? FromAddresses { get; init; }

    /// <summary>The HTML bodies to test.</summary>
    public IReadOnlyList<string>? HtmlContents { get; init; }

    /// <summary>The text bodies to test.</summary>
    public required IReadOnlyList<string> PlainTextContents { get; init; }

    /// <summary>What happens to replies.</summary>
    public CampaignReplyAction? ReplyAction { get; init; }

    /// <summary>Where replies are forwarded.</summary>
    public string? ReplyToAddress { get; init; }

    /// <summary>The reply-to address shown.</summary>
    public string? CustomReplyToAddress { get; init; }
}
