using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Sms;

/// <summary>The state of an SMS campaign (v2 <c>ApiSmsCampaignStatuses</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<SmsCampaignStatus>))]
public readonly record struct SmsCampaignStatus : IOpenEnum<SmsCampaignStatus>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public SmsCampaignStatus(string? value) => this.value = value;

    /// <summary>The API's <c>Unsent</c>.</summary>
    public static SmsCampaignStatus Unsent { get; } = new("Unsent");

    /// <summary>The API's <c>Sending</c>.</summary>
    public static SmsCampaignStatus Sending { get; } = new("Sending");

    /// <summary>The API's <c>Sent</c>.</summary>
    public static SmsCampaignStatus Sent { get; } = new("Sent");

    /// <summary>The API's <c>Cancelled</c>.</summary>
    public static SmsCampaignStatus Cancelled { get; } = new("Cancelled");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static SmsCampaignStatus NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static SmsCampaignStatus FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(SmsCampaignStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
