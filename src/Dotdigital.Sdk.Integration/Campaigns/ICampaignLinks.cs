using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>The host's own campaigns for Dotdigital's, and the merging of marketing campaigns (rule IM-2). Any process may call it, also while a run holds the account.</summary>
public interface ICampaignLinks
{
    /// <summary>The campaigns that the host was asked about, answered or not, by Dotdigital's id.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<IReadOnlyList<CampaignLink>> GetAllAsync(AccountId account, CancellationToken cancellationToken = default);

    /// <summary>Stores the host's answer about a campaign; the last one counts, so that repeating it is harmless. An <see cref="ICampaignHost"/> is then not asked any more.</summary>
    /// <param name="account">The account.</param>
    /// <param name="campaignId">Dotdigital's id of the campaign.</param>
    /// <param name="answer">What the host made of it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="CampaignLinkException">No such campaign is stored for the account.</exception>
    /// <exception cref="ArgumentException">An id is blank or longer than 200 characters.</exception>
    Task AnswerAsync(AccountId account, int campaignId, HostCampaign answer, CancellationToken cancellationToken = default);

    /// <summary>
    /// Merges a marketing campaign into another one: activity that is delivered from now on counts for the target, also of campaigns that are sent later
    /// to the merged one. What was delivered before stays where the host put it. Repeating a merge is harmless.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="fromMarketingCampaignId">The host's id of the one that is merged: an answer, or the target of a merge.</param>
    /// <param name="intoMarketingCampaignId">The host's id of the one that stays; any marketing campaign of the host's.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="CampaignLinkException">The first is not known, was merged elsewhere already, or the two would end in each other.</exception>
    Task MergeAsync(AccountId account, string fromMarketingCampaignId, string intoMarketingCampaignId, CancellationToken cancellationToken = default);

    /// <summary>All merges, by the id that was merged.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<IReadOnlyList<CampaignMergeRecord>> GetMergesAsync(AccountId account, CancellationToken cancellationToken = default);
}
