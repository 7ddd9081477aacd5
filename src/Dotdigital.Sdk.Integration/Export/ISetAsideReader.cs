using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>Reads what is set aside of a marketing list: items that the last pass could not use (rule EX-3c), and members that are held or faulted (rules ST-2, ST-3). Any process may call it.</summary>
public interface ISetAsideReader
{
    /// <summary>How many rows are set aside, by a code of <see cref="Storage.SetAsideReason"/>; empty when none is, or when the list is not known to the account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="listName">The marketing list.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<IReadOnlyDictionary<string, long>> CountAsync(AccountId account, string listName, CancellationToken cancellationToken = default);

    /// <summary>How many rows are set aside in all connected lists of an account, by list and reason: one answer for any number of lists.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<IReadOnlyList<SetAsideCount>> CountAllAsync(AccountId account, CancellationToken cancellationToken = default);

    /// <summary>All rows that are set aside, read page by page while you enumerate: first items by their id, then members.</summary>
    /// <param name="account">The account.</param>
    /// <param name="listName">The marketing list.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    IAsyncEnumerable<SetAsideItem> ReadAsync(AccountId account, string listName, CancellationToken cancellationToken = default);
}
