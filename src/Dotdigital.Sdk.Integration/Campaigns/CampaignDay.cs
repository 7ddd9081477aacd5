namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>A day of a campaign.</summary>
/// <param name="Day">The day, in UTC.</param>
/// <param name="Opens">Opens.</param>
/// <param name="Clicks">Clicks.</param>
public sealed record CampaignDay(DateOnly Day, long Opens, long Clicks);
