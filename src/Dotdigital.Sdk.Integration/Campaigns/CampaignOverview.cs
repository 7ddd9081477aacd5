using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>A campaign of an account, with the host's own beside it.</summary>
public sealed record CampaignOverview
{
    /// <summary>The campaign as last read.</summary>
    public required CampaignRecord Campaign { get; init; }

    /// <summary>Its summary's counters.</summary>
    public required CampaignCounters Counters { get; init; }

    /// <summary>The host's answer about it; null when the host was not asked.</summary>
    public CampaignLink? Link { get; init; }
}
