using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Sms;

/// <summary>What an SMS campaign consists of, to create or replace one (<c>ApiSmsCampaign</c>).</summary>
public sealed record SmsCampaignContent
{
    /// <summary>Its name, up to 256 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The text.</summary>
    public required string Message { get; init; }

    /// <summary>The sender, by id.</summary>
    public int? SendingIdentityId { get; init; }

    /// <summary>The sender as shown, up to 15 characters.</summary>
    public string? SendingIdentity { get; init; }

    /// <summary>Whether links are shortened.</summary>
    [JsonPropertyName("toggleShortLinks")]
    public bool? ShortensLinks { get; init; }
}
