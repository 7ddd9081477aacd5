using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>One lock per account, across processes, with leases on the store's clock (rules BL-1, BL-4, W-4).</summary>
public interface IAccountLocks
{
    /// <summary>Takes the account's lock if it is free or its lease has lapsed; the fence rises by one and never falls, also after a release. Not re-entrant: a live lease keeps its own owner out too.</summary>
    /// <param name="account">The account.</param>
    /// <param name="owner">Unique to this run.</param>
    /// <param name="duration">How long the lease lasts unless renewed.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <returns>The lease, or null when another run holds it.</returns>
    Task<AccountLease?> TryAcquireAsync(AccountId account, string owner, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Makes the lease last <paramref name="duration"/> from now on; one that lapsed but that nobody took comes to life again.</summary>
    /// <returns>False when it was lost to another run, or given back.</returns>
    Task<bool> RenewAsync(AccountLease lease, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Gives the lock back; harmless when it was lost.</summary>
    Task ReleaseAsync(AccountLease lease, CancellationToken cancellationToken);

    /// <summary>Remembers that a job was asked for while the account was busy; asking twice is one request (rule BL-1).</summary>
    Task RequestAsync(AccountId account, string job, CancellationToken cancellationToken);

    /// <summary>Takes all remembered requests of the account, by name, forgetting them.</summary>
    Task<IReadOnlyList<string>> TakeRequestsAsync(AccountId account, CancellationToken cancellationToken);
}
