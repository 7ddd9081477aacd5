namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>Email statistics of one item in one campaign (rule IM-11), summed from the activities.</summary>
/// <param name="CampaignId">Dotdigital's id of the campaign.</param>
/// <param name="ConnectionId">The connection whose item it is.</param>
/// <param name="ItemId">The item.</param>
/// <param name="Opens">Opens.</param>
/// <param name="Clicks">Clicks.</param>
/// <param name="Bounces">Soft and hard bounces.</param>
/// <param name="Unsubscribes">Unsubscribes.</param>
/// <param name="LastContactedAt">When the campaign was last sent to it.</param>
public sealed record EmailStatisticsRecord(int CampaignId, int ConnectionId, string ItemId, long Opens, long Clicks, long Bounces, long Unsubscribes, DateTimeOffset? LastContactedAt);
