using System.Text.Json;

namespace Dotdigital.Sdk.MarketingEmail;

/// <summary>A marketing email to one person (<c>emailRequest</c>).</summary>
public sealed record MarketingEmailMessage
{
    /// <summary>Whom to send it to.</summary>
    public required string To { get; init; }

    /// <summary>The sender, one of the account's from addresses, also as <c>Name &lt;address&gt;</c>; the account's default when <see langword="null"/>.</summary>
    public string? From { get; init; }

    /// <summary>What it says.</summary>
    public required MarketingEmailContent Content { get; init; }

    /// <summary>Files to send with it, up to 50.</summary>
    public IReadOnlyList<MarketingEmailAttachment>? Attachments { get; init; }

    /// <summary>What comes back with its webhook events, a JSON object.</summary>
    public JsonElement? Metadata { get; init; }
}
