using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>One campaign, and what people did with it.</summary>
public sealed record CampaignDetails
{
    /// <summary>The campaign, its counters and the host's own.</summary>
    public required CampaignOverview Overview { get; init; }

    /// <summary>The first days with opens or clicks, and those between them, at most 60: interest ends soon.</summary>
    public required IReadOnlyList<CampaignDay> Days { get; init; }

    /// <summary>The links that were clicked most, at most 20, most clicks first.</summary>
    public required IReadOnlyList<LinkClickCount> Links { get; init; }
}
