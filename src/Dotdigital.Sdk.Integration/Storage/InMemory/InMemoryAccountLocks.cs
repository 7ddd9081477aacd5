using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Storage.InMemory;

/// <summary>Locks whose fence only rises, also when they are given back.</summary>
internal sealed class InMemoryAccountLocks(TimeProvider timeProvider) : IAccountLocks
{
    private readonly Lock _gate = new();
    private readonly Dictionary<AccountId, Held> _held = [];
    private readonly Dictionary<AccountId, SortedSet<string>> _requests = [];

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
            if (!_requests.TryGetValue(account, out var jobs))
            {
                _requests[account] = jobs = new(StringComparer.Ordinal);
            }

            jobs.Add(job);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<string>> TakeRequestsAsync(AccountId account, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<string>>(_requests.Remove(account, out var jobs) ? [.. jobs] : []);
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

    private Task<bool> ReplaceAsync(AccountLease lease, Func<Held, Held> change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (!_held.TryGetValue(lease.Account, out var held)
                || held.Fence != lease.Fence
                || !string.Equals(held.Owner, lease.Owner, StringComparison.Ordinal))
            {
                return Task.FromResult(false);
            }

            _held[lease.Account] = change(held);
            return Task.FromResult(true);
        }
    }

    private sealed record Held(string? Owner, long Fence, DateTimeOffset LapsesAt);
}
