using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Campaigns;

/// <summary>How far a send is (v2 <c>ApiCampaignSendStatuses</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<CampaignSendStatus>))]
public readonly record struct CampaignSendStatus : IOpenEnum<CampaignSendStatus>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public CampaignSendStatus(string? value) => this.value = value;

    /// <summary>The API's <c>NotSent</c>.</summary>
    public static CampaignSendStatus NotSent { get; } = new("NotSent");

    /// <summary>The API's <c>Scheduled</c>.</summary>
    public static CampaignSendStatus Scheduled { get; } = new("Scheduled");

    /// <summary>The API's <c>Sending</c>.</summary>
    public static CampaignSendStatus Sending { get; } = new("Sending");

    /// <summary>The API's <c>Sent</c>.</summary>
    public static CampaignSendStatus Sent { get; } = new("Sent");

    /// <summary>The API's <c>Cancelled</c>.</summary>
    public static CampaignSendStatus Cancelled { get; } = new("Cancelled");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static CampaignSendStatus NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static CampaignSendStatus FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(CampaignSendStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
