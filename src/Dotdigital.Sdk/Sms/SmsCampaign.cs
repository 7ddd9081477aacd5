using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Sms;

/// <summary>An SMS campaign (<c>ApiSmsCampaign</c>).</summary>
public sealed record SmsCampaign
{
    /// <summary>Its id.</summary>
    public int Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The text.</summary>
    public string? Message { get; init; }

    /// <summary>The sender, by id.</summary>
    public int SendingIdentityId { get; init; }

    /// <summary>The sender as shown.</summary>
    public string? SendingIdentity { get; init; }

    /// <summary>Whether links are shortened.</summary>
    [JsonPropertyName("toggleShortLinks")]
    public bool? ShortensLinks { get; init; }

    /// <summary>Its state.</summary>
    public SmsCampaignStatus Status { get; init; }
}
