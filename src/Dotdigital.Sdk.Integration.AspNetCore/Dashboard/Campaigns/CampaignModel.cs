using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Campaigns;

/// <summary>One campaign.</summary>
internal sealed record CampaignModel
{
    /// <summary>The account.</summary>
    public required AccountDetails Account { get; init; }

    /// <summary>The campaign.</summary>
    public required CampaignRecord Campaign { get; init; }

    /// <summary>Its counters.</summary>
    public required CampaignNumbers Numbers { get; init; }

    /// <summary>Opens and clicks by day.</summary>
    public required IReadOnlyList<CampaignDay> Days { get; init; }

    /// <summary>The links that were clicked most.</summary>
    public required IReadOnlyList<LinkClickCount> Links { get; init; }
}
