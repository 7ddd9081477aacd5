using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>Tells the state of a marketing list (rule ST-5), from the store alone: no call is spent.</summary>
public interface IMarketingListStatusReader
{
    /// <summary>The state of a list in an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="listName">The marketing list.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The state; null when the list has no live connection in the account.</returns>
    Task<MarketingListStatus?> GetListStatusAsync(AccountId account, string listName, CancellationToken cancellationToken = default);
}
