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

    /// <summary>
    /// Takes all remembered requests of the account, by name, to run them. They stay remembered until <see cref="CompleteRequestsAsync"/>, so that a kill in
    /// between loses none; one that is made meanwhile is a request of its own.
    /// </summary>
    Task<IReadOnlyList<string>> TakeRequestsAsync(AccountId account, CancellationToken cancellationToken);

    /// <summary>Forgets requests that were taken and are done; those made again since they were taken stay.</summary>
    Task CompleteRequestsAsync(AccountId account, IReadOnlyCollection<string> jobs, CancellationToken cancellationToken);

    /// <summary>Who holds the account's lock by its row, whether or not the lease has lapsed; null when nobody took it, or it was given back.</summary>
    Task<AccountLockHolder?> FindHolderAsync(AccountId account, CancellationToken cancellationToken);

    /// <summary>
    /// Takes the lock from exactly this holder before its lease lapses, for those who have proof that it died (rule BL-4). The fence rises by one, so
    /// that a holder that was believed dead and is not can never commit (rule W-4).
    /// </summary>
    /// <param name="dead">The lease of the dead holder.</param>
    /// <param name="owner">Unique to this run.</param>
    /// <param name="duration">How long the lease lasts unless renewed.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <returns>The new lease, or null when the lock is no longer that holder's.</returns>
    Task<AccountLease?> TakeOverAsync(AccountLease dead, string owner, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>The remembered requests of all accounts that nobody holds now, by account and job, in one question, also those that were taken by a run that did not come to its end (rule BL-1).</summary>
    Task<IReadOnlyList<JobRequest>> GetRequestsAsync(CancellationToken cancellationToken);

    /// <summary>A token that is cancelled as soon as the lock is known to be lost, where that is known before the next <see cref="RenewAsync"/>.</summary>
    CancellationToken GetLostToken(AccountLease lease) => CancellationToken.None;
}
