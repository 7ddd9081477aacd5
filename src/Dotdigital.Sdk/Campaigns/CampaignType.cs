using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Campaigns;

/// <summary>The kind of a campaign (v2 <c>ApiCampaignTypes</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<CampaignType>))]
public readonly record struct CampaignType : IOpenEnum<CampaignType>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public CampaignType(string? value) => this.value = value;

    /// <summary>The API's <c>Standard</c>.</summary>
    public static CampaignType Standard { get; } = new("Standard");

    /// <summary>The API's <c>Triggered</c>.</summary>
    public static CampaignType Triggered { get; } = new("Triggered");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static CampaignType NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <summary>The API's <c>Template</c>.</summary>
    public static CampaignType Template { get; } = new("Template");

    /// <summary>The API's <c>AiTemplate</c>.</summary>
    public static CampaignType AiTemplate { get; } = new("AiTemplate");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static CampaignType FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(CampaignType other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
