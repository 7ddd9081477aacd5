using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>
/// Tells what happened to a person, from what is stored: opt-outs and subscriptions, the batches that carry the person or last did, rows set aside, campaigns and what the
/// person did with them, and what the host is still to be told. Any process may call it; it asks neither Dotdigital nor the host.
/// </summary>
public interface IPersonHistoryReader
{
    /// <summary>Reads a page of the history: some indexed look-ups, whose number grows with the account's lists, never with its contacts.</summary>
    /// <param name="account">The account.</param>
    /// <param name="email">The person's address.</param>
    /// <param name="query">Which part; null for the newest 50.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="UnknownAccountException">There is no such account.</exception>
    /// <exception cref="ArgumentException">The email cannot be an address (the message never holds the value), or the query's page is out of range.</exception>
    Task<PersonHistory> GetHistoryAsync(AccountId account, string email, PersonHistoryQuery? query = null, CancellationToken cancellationToken = default);
}
