using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Campaigns;

/// <summary>What happens to replies (v2 <c>ApiCampaignReplyActions</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<CampaignReplyAction>))]
public readonly record struct CampaignReplyAction : IOpenEnum<CampaignReplyAction>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public CampaignReplyAction(string? value) => this.value = value;

    /// <summary>The API's <c>Unset</c>.</summary>
    public static CampaignReplyAction Unset { get; } = new("Unset");

    /// <summary>The API's <c>WebMailForward</c>.</summary>
    public static CampaignReplyAction WebMailForward { get; } = new("WebMailForward");

    /// <summary>The API's <c>Webmail</c>.</summary>
    public static CampaignReplyAction Webmail { get; } = new("Webmail");

    /// <summary>The API's <c>Delete</c>.</summary>
    public static CampaignReplyAction Delete { get; } = new("Delete");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static CampaignReplyAction NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static CampaignReplyAction FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(CampaignReplyAction other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
