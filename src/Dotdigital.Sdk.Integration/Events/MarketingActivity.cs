using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Events;

/// <summary>Something that happened between a campaign and a person: it was sent, opened, clicked, bounced, unsubscribed from (rule IM-9).</summary>
public sealed record MarketingActivity
{
    /// <summary>The same at a repeated delivery, also when only the item became known in between: lets the host drop or update repeats.</summary>
    public required Guid Id { get; init; }

    /// <summary>Dotdigital's id of the campaign.</summary>
    public required int CampaignId { get; init; }

    /// <summary>The host's id of its email campaign; null while it has not answered (rule IM-2).</summary>
    public string? EmailCampaignId { get; init; }

    /// <summary>The host's id of the marketing campaign, merges followed; null while it has not answered (rule IM-2).</summary>
    public string? MarketingCampaignId { get; init; }

    /// <summary>What happened.</summary>
    public required MarketingActivityKind Kind { get; init; }

    /// <summary>When; for bounces and unsubscribes the date sent, as the API gives no better.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The link clicked; empty for other kinds.</summary>
    public string Url { get; init; } = string.Empty;

    /// <summary>Dotdigital's id of the contact.</summary>
    public required long RemoteContactId { get; init; }

    /// <summary>The normalised address; null while the contact is not known here.</summary>
    public string? Email { get; init; }

    /// <summary>The marketing list of <see cref="ItemId"/>; null while unknown.</summary>
    public string? ListName { get; init; }

    /// <summary>The item that it counts for; null while unknown. The activity is delivered again, with the same id, once it is known.</summary>
    public string? ItemId { get; init; }
}
