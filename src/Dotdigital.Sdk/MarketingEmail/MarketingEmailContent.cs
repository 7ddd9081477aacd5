using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.TransactionalEmail;

namespace Dotdigital.Sdk.MarketingEmail;

/// <summary>What a marketing email says: HTML of its own, or a triggered campaign (<c>htmlContent</c>, <c>templateContent</c>).</summary>
public sealed record MarketingEmailContent
{
    private MarketingEmailContent(string source) => Source = source;

    /// <summary>Where it comes from: <c>html</c> or <c>template</c>.</summary>
    public string Source { get; }

    /// <summary>The subject line, with HTML of its own.</summary>
    public string? Subject { get; private init; }

    /// <summary>The HTML, when it has its own.</summary>
    public string? HtmlContent { get; private init; }

    /// <summary>The triggered campaign, when it is one.</summary>
    public int? CampaignId { get; private init; }

    /// <summary>Values for the campaign's fields.</summary>
    public IReadOnlyList<PersonalizationValue>? PersonalizationValues { get; private init; }

    /// <summary>What to report it under, with a campaign.</summary>
    public IReadOnlyList<string>? Tags { get; private init; }

    /// <summary>HTML of its own.</summary>
    /// <param name="subject">The subject line.</param>
    /// <param name="html">The HTML; it needs an unsubscribe link (<c>$UNSUB$</c>).</param>
    public static MarketingEmailContent FromHtml(string subject, string html)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(subject);
        ArgumentException.ThrowIfNullOrWhiteSpace(html);
        return new("html") { Subject = subject, HtmlContent = html };
    }

    /// <summary>A triggered campaign.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="personalizationValues">Values for its fields, up to 100, names up to 20 characters.</param>
    /// <param name="tags">What to report it under, up to 50.</param>
    public static MarketingEmailContent FromCampaign(int campaignId, IReadOnlyList<PersonalizationValue>? personalizationValues = null, IReadOnlyList<string>? tags = null)
    {
        foreach (var value in personalizationValues ?? [])
        {
            Check.Text(value.Name, 20, nameof(personalizationValues));
        }

        Check.Count(personalizationValues?.Count ?? 0, 0, 100, nameof(personalizationValues));
        Check.Count(tags?.Count ?? 0, 0, 50, nameof(tags));
        return new("template") { CampaignId = campaignId, PersonalizationValues = personalizationValues is { Count: > 0 } ? personalizationValues : null, Tags = tags is { Count: > 0 } ? tags : null };
    }
}
