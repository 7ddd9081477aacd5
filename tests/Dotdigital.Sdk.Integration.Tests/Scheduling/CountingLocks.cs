using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Tests.Scheduling;

/// <summary>Locks that count what is asked of them.</summary>
internal sealed class CountingLocks(IAccountLocks inner) : IAccountLocks
{
    private int _asked;

    /// <summary>All questions and commands so far.</summary>
    public int Asked => Volatile.Read(ref _asked);

    public Task<AccountLease?> TryAcquireAsync(AccountId account, string owner, TimeSpan duration, CancellationToken cancellationToken) =>
        Counted().TryAcquireAsync(account, owner, duration, cancellationToken);

    public Task<bool> RenewAsync(AccountLease lease, TimeSpan duration, CancellationToken cancellationToken) => Counted().RenewAsync(lease, duration, cancellationToken);

    public Task ReleaseAsync(AccountLease lease, CancellationToken cancellationToken) => Counted().ReleaseAsync(lease, cancellationToken);

    public Task RequestAsync(AccountId account, string job, CancellationToken cancellationToken) => Counted().RequestAsync(account, job, cancellationToken);

    public Task<IReadOnlyList<string>> TakeRequestsAsync(AccountId account, CancellationToken cancellationToken) => Counted().TakeRequestsAsync(account, cancellationToken);

    public Task CompleteRequestsAsync(AccountId account, IReadOnlyCollection<string> jobs, CancellationToken cancellationToken) =>
        Counted().CompleteRequestsAsync(account, jobs, cancellationToken);

    public Task<AccountLockHolder?> FindHolderAsync(AccountId account, CancellationToken cancellationToken) => Counted().FindHolderAsync(account, cancellationToken);

    public Task<AccountLease?> TakeOverAsync(AccountLease dead, string owner, TimeSpan duration, CancellationToken cancellationToken) =>
        Counted().TakeOverAsync(dead, owner, duration, cancellationToken);

    public Task<IReadOnlyList<JobRequest>> GetRequestsAsync(CancellationToken cancellationToken) => Counted().GetRequestsAsync(cancellationToken);

    private IAccountLocks Counted()
    {
        Interlocked.Increment(ref _asked);
        return inner;
    }
}
