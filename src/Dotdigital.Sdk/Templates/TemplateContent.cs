using Dotdigital.Sdk.Campaigns;

namespace Dotdigital.Sdk.Templates;

/// <summary>What a template consists of, to create or replace one (<c>ApiTemplate</c>).</summary>
public sealed record TemplateContent
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The subject line.</summary>
    public required string Subject { get; init; }

    /// <summary>The sender as shown.</summary>
    public required string FromName { get; init; }

    /// <summary>The HTML body.</summary>
    public required string HtmlContent { get; init; }

    /// <summary>The text body.</summary>
    public required string PlainTextContent { get; init; }

    /// <summary>What happens to replies.</summary>
    public CampaignReplyAction? ReplyAction { get; init; }

    /// <summary>Where replies are forwarded.</summary>
    public string? ReplyToAddress { get; init; }
}
