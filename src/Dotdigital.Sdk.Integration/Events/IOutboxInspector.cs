using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Events;

/// <summary>Shows the events that the host did not accept, and lets a person decide about them (rule OP-4). Any process may call it.</summary>
public interface IOutboxInspector
{
    /// <summary>How many events wait, and how many are set aside.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<OutboxCounts> CountAsync(AccountId account, CancellationToken cancellationToken = default);

    /// <summary>The events that are set aside, oldest first, read page by page while you enumerate.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    IAsyncEnumerable<SetAsideEvent> ReadSetAsideAsync(AccountId account, CancellationToken cancellationToken = default);

    /// <summary>
    /// Has a set-aside event delivered again, with a fresh row of tries, by the account's next run. A <see cref="ContactOptedOut"/> or
    /// <see cref="ContactReachableAgain"/> that is no longer true is dismissed instead.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<OutboxRetry> RetryAsync(AccountId account, Guid eventId, CancellationToken cancellationToken = default);

    /// <summary>Forgets a set-aside event: the host will not learn of it.</summary>
    /// <param name="account">The account.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when no event with this id is set aside.</returns>
    Task<bool> DismissAsync(AccountId account, Guid eventId, CancellationToken cancellationToken = default);
}
