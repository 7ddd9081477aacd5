using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Campaigns;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Campaigns;

/// <summary>One campaign.</summary>
/// <param name="Account">The account.</param>
/// <param name="Details">The campaign, and what people did with it.</param>
internal sealed record CampaignModel(AccountDetails Account, CampaignDetails Details);
