using Dotdigital.Sdk.Campaigns;

namespace Dotdigital.Sdk.Templates;

/// <summary>A template for campaigns (<c>ApiTemplate</c>).</summary>
public sealed record Template
{
    /// <summary>Its id.</summary>
    public int Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The subject line.</summary>
    public string? Subject { get; init; }

    /// <summary>The sender as shown.</summary>
    public string? FromName { get; init; }

    /// <summary>The HTML body.</summary>
    public string? HtmlContent { get; init; }

    /// <summary>The text body.</summary>
    public string? PlainTextContent { get; init; }

    /// <summary>What happens to replies.</summary>
    public CampaignReplyAction ReplyAction { get; init; }

    /// <summary>Where replies are forwarded.</summary>
    public string? ReplyToAddress { get; init; }
}
