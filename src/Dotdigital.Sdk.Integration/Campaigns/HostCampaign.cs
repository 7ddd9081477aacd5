namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>What the host made of a campaign (rule IM-2).</summary>
/// <param name="EmailCampaignId">The host's id of its email campaign, at most 200 characters; null when it wants none.</param>
/// <param name="MarketingCampaignId">The host's id of its marketing campaign, at most 200 characters; null when it wants none.</param>
public sealed record HostCampaign(string? EmailCampaignId, string? MarketingCampaignId);
