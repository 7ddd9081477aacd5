using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Storage.InMemory;

/// <summary>Locks whose fence only rises, also when they are given back.</summary>
internal sealed class InMemoryAccountLocks(TimeProvider timeProvider) : IAccountLocks
{
    private readonly Lock _gate = new();
    private readonly Dictionary<AccountId, Held> _held = [];
    private readonly Dictionary<AccountId, SortedSet<string>> _requests = [];
    private readonly Dictionary<AccountId, SortedSet<string>> _taken = [];

    public Task<AccountLease?> TryAcquireAsync(AccountId account, string owner, TimeSpan duration, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(owner);
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var now = timeProvider.GetUtcNow();
            _held.TryGetValue(account, out var held);
            if (held?.Owner is not null && held.LapsesAt > now)
            {
                return Task.FromResult<AccountLease?>(null);
            }

            var next = new Held(owner, (held?.Fence ?? 0) + 1, now + duration);
            _held[account] = next;
            return Task.FromResult<AccountLease?>(new AccountLease(account, owner, next.Fence));
        }
    }

    public Task<bool> RenewAsync(AccountLease lease, TimeSpan duration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        return ReplaceAsync(lease, held => held with { LapsesAt = timeProvider.GetUtcNow() + duration }, cancellationToken);
    }

    public Task ReleaseAsync(AccountLease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return ReplaceAsync(lease, static held => held with { Owner = null }, cancellationToken);
    }

    public Task RequestAsync(AccountId account, string job, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(job);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            Of(_requests, account).Add(job);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<string>> TakeRequestsAsync(AccountId account, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_requests.Remove(account, out var jobs))
            {
                Of(_taken, account).UnionWith(jobs);
            }

            return Task.FromResult<IReadOnlyList<string>>(_taken.TryGetValue(account, out var taken) ? [.. taken] : []);
        }
    }

    public Task CompleteRequestsAsync(AccountId account, IReadOnlyCollection<string> jobs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_taken.TryGetValue(account, out var taken))
            {
                taken.ExceptWith(jobs);
            }
        }

        return Task.CompletedTask;
    }

    public Task<AccountLockHolder?> FindHolderAsync(AccountId account, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return Task.FromResult(_held.TryGetValue(account, out var held) && held.Owner is { } owner
                ? new AccountLockHolder(new AccountLease(account, owner, held.Fence), held.LapsesAt) { HasLapsed = held.LapsesAt <= timeProvider.GetUtcNow() }
                : null);
        }
    }

    public Task<AccountLease?> TakeOverAsync(AccountLease dead, string owner, TimeSpan duration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dead);
        ArgumentException.ThrowIfNullOrEmpty(owner);
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (!IsHeldBy(dead))
            {
                return Task.FromResult<AccountLease?>(null);
            }

            _held[dead.Account] = new Held(owner, dead.Fence + 1, timeProvider.GetUtcNow() + duration);
            return Task.FromResult<AccountLease?>(new AccountLease(dead.Account, owner, dead.Fence + 1));
        }
    }

    public Task<IReadOnlyList<JobRequest>> GetRequestsAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var now = timeProvider.GetUtcNow();
            return Task.FromResult<IReadOnlyList<JobRequest>>(
            [
                .. from account in _requests.Keys.Union(_taken.Keys).OrderBy(static account => account.Value, StringComparer.Ordinal)
                   where !_held.TryGetValue(account, out var held) || held.Owner is null || held.LapsesAt <= now
                   from job in _requests.GetValueOrDefault(account, []).Union(_taken.GetValueOrDefault(account, []), StringComparer.Ordinal).Order(StringComparer.Ordinal)
                   select new JobRequest(account, job),
            ]);
        }
    }

    /// <summary>Runs <paramref name="action"/> while nobody can take the lock over.</summary>
    /// <exception cref="AccountLeaseLostException">The lease was lost.</exception>
    public void Under(AccountLease? lease, Action action)
    {
        lock (_gate)
        {
            if (lease is not null && (!_held.TryGetValue(lease.Account, out var held) || held.Fence != lease.Fence))
            {
                throw new AccountLeaseLostException(lease.Account);
            }

            action();
        }
    }

    private static SortedSet<string> Of(Dictionary<AccountId, SortedSet<string>> requests, AccountId account)
    {
        if (!requests.TryGetValue(account, out var jobs))
        {
            requests[account] = jobs = new(StringComparer.Ordinal);
        }

        return jobs;
    }

    private Task<bool> ReplaceAsync(AccountLease lease, Func<Held, Held> change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (!IsHeldBy(lease))
            {
                return Task.FromResult(false);
            }

            _held[lease.Account] = change(_held[lease.Account]);
            return Task.FromResult(true);
        }
    }

    private bool IsHeldBy(AccountLease lease) =>
        _held.TryGetValue(lease.Account, out var held) && held.Fence == lease.Fence && string.Equals(held.Owner, lease.Owner, StringComparison.Ordinal);

    private sealed record Held(string? Owner, long Fence, DateTimeOffset LapsesAt);
}
