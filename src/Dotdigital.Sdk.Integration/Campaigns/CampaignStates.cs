using Dotdigital.Sdk.Campaigns;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>What a campaign's status means for reading its activity.</summary>
internal static class CampaignStates
{
    private static readonly HashSet<CampaignStatus> Unsettled =
    [
        CampaignStatus.Unsent, CampaignStatus.Sending, CampaignStatus.Paused, CampaignStatus.RequiresSystemApproval,
        CampaignStatus.RequiresSMSApproval, CampaignStatus.RequiresWorkflowApproval,
    ];

    public static bool IsSent(string? status) => new CampaignStatus(status) == CampaignStatus.Sent;

    /// <summary>
    /// Whether its recipients will not grow any more without a word: a read since an instant tells only of contacts that did something, so the
    /// first, complete read has to come after the sending (rule IM-9). Unheard-of states count as settled.
    /// </summary>
    public static bool HasSettledRecipients(string? status) => !Unsettled.Contains(new CampaignStatus(status));
}
