namespace Dotdigital.Sdk.Campaigns;

/// <summary>A split test campaign (<c>ApiSplitTestCampaign</c>).</summary>
public sealed record SplitTestCampaign
{
    /// <summary>Its id.</summary>
    public int Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The subject lines tested.</summary>
    public IReadOnlyList<string> Subjects { get; init => field = value ?? []; } = [];

    /// <summary>The senders as shown.</summary>
    public IReadOnlyList<string> FromNames { get; init => field = value ?? []; } = [];

    /// <summary>The senders' addresses.</summary>
    public IReadOnlyList<CampaignFromAddress> FromAddresses { get; init => field = value ?? []; } = [];

    /// <summary>The HTML bodies.</summary>
    public IReadOnlyList<string> HtmlContents { get; init => field = value ?? []; } = [];

    /// <summary>The text bodies.</summary>
    public IReadOnlyList<string> PlainTextContents { get; init => field = value ?? []; } = [];

    /// <summary>What happens to replies.</summary>
    public CampaignReplyAction ReplyAction { get; init; }

    /// <summary>Where replies are forwarded.</summary>
    public string? ReplyToAddress { get; init; }

    /// <summary>Its state.</summary>
    public CampaignStatus Status { get; init; }

    /// <summary>The reply-to address shown.</summary>
    public string? CustomReplyToAddress { get; init; }
}
