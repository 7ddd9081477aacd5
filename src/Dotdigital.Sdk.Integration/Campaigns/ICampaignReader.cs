using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>Tells what is known of an account's campaigns, from the store alone. Any process may call it.</summary>
public interface ICampaignReader
{
    /// <summary>Campaigns of connected address books, the last sent first.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="UnknownAccountException">There is no such account.</exception>
    Task<IReadOnlyList<CampaignOverview>> GetAllAsync(AccountId account, CancellationToken cancellationToken = default);

    /// <summary>One campaign, with opens and clicks by day and by link, counted by the store.</summary>
    /// <param name="account">The account.</param>
    /// <param name="campaignId">Dotdigital's id of the campaign.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The campaign; null when none of that id is stored.</returns>
    /// <exception cref="UnknownAccountException">There is no such account.</exception>
    Task<CampaignDetails?> FindAsync(AccountId account, int campaignId, CancellationToken cancellationToken = default);
}
