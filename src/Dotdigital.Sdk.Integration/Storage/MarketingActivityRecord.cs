namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>
/// One event of a contact and a campaign (rule IM-9). Key: account + campaign + contact + kind + time + url + ordinal: reading the same event
/// again gives the same key.
/// </summary>
public sealed record MarketingActivityRecord
{
    /// <summary>Dotdigital's id of the campaign.</summary>
    public required int CampaignId { get; init; }

    /// <summary>Dotdigital's id of the contact.</summary>
    public required long RemoteContactId { get; init; }

    /// <summary>What happened.</summary>
    public required MarketingActivityKind Kind { get; init; }

    /// <summary>When; for bounces and unsubscribes the date sent, as the API gives no better.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The link clicked; empty for other kinds.</summary>
    public string Url { get; init; } = string.Empty;

    /// <summary>Tells apart events of the same second, from 0; stable on re-read.</summary>
    public int Ordinal { get; init; }

    /// <summary>The connection whose item it counts for; null while unknown.</summary>
    public int? ConnectionId { get; init; }

    /// <summary>The marketing list item; null while unknown.</summary>
    public string? ItemId { get; init; }
}
