using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Campaigns;

/// <summary>The state of a campaign (v2 <c>ApiCampaignStatuses</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<CampaignStatus>))]
public readonly record struct CampaignStatus : IOpenEnum<CampaignStatus>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public CampaignStatus(string? value) => this.value = value;

    /// <summary>The API's <c>Unsent</c>.</summary>
    public static CampaignStatus Unsent { get; } = new("Unsent");

    /// <summary>The API's <c>Sending</c>.</summary>
    public static CampaignStatus Sending { get; } = new("Sending");

    /// <summary>The API's <c>Sent</c>.</summary>
    public static CampaignStatus Sent { get; } = new("Sent");

    /// <summary>The API's <c>Paused</c>.</summary>
    public static CampaignStatus Paused { get; } = new("Paused");

    /// <summary>The API's <c>Cancelled</c>.</summary>
    public static CampaignStatus Cancelled { get; } = new("Cancelled");

    /// <summary>The API's <c>RequiresSystemApproval</c>.</summary>
    public static CampaignStatus RequiresSystemApproval { get; } = new("RequiresSystemApproval");

    /// <summary>The API's <c>RequiresSMSApproval</c>.</summary>
    public static CampaignStatus RequiresSMSApproval { get; } = new("RequiresSMSApproval");

    /// <summary>The API's <c>RequiresWorkflowApproval</c>.</summary>
    public static CampaignStatus RequiresWorkflowApproval { get; } = new("RequiresWorkflowApproval");

    /// <summary>The API's <c>Triggered</c>.</summary>
    public static CampaignStatus Triggered { get; } = new("Triggered");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static CampaignStatus NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static CampaignStatus FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(CampaignStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
