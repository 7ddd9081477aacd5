using Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Accounts;
using Dotdigital.Sdk.Integration.Campaigns;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Campaigns;

/// <summary>The campaigns of an account.</summary>
internal sealed record CampaignsModel
{
    /// <summary>The account.</summary>
    public required PickedAccount Account { get; init; }

    /// <summary>Its campaigns, newest first.</summary>
    public IReadOnlyList<CampaignOverview> Campaigns { get; init; } = [];

    /// <summary>The merges that were made.</summary>
    public IReadOnlyList<CampaignMergeRecord> Merges { get; init; } = [];

    /// <summary>The application's marketing campaigns that can be merged.</summary>
    public IReadOnlyList<string> MarketingCampaigns =>
        [.. Campaigns.Select(static campaign => campaign.Link?.MarketingCampaignId).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
