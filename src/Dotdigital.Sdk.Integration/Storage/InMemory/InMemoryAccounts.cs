using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Storage.InMemory;

internal sealed class InMemoryAccounts : IAccountRepository
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, AccountRecord> _accounts = new(Utf8Comparer.Instance);
    private readonly Dictionary<AccountId, AccountEndpointRecord> _endpoints = [];
    private long _revision;

    public Task<long> GetRevisionAsync(CancellationToken cancellationToken) => Read(() => _revision, cancellationToken);

    public Task<IReadOnlyList<AccountRecord>> GetAllAsync(CancellationToken cancellationToken) => Read<IReadOnlyList<AccountRecord>>(() => [.. _accounts.Values], cancellationToken);

    public Task<AccountRecord?> FindAsync(AccountId account, CancellationToken cancellationToken) => Read(() => _accounts.GetValueOrDefault(account.Value), cancellationToken);

    public Task<bool> SaveAsync(AccountRecord account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        return Read(
            () =>
            {
                if ((_accounts.GetValueOrDefault(account.Id.Value)?.Version ?? 0) != account.Version)
                {
                    return false;
                }

                _accounts[account.Id.Value] = account with { Version = ++_revision };
                return true;
            },
            cancellationToken);
    }

    public Task<bool> DeleteAsync(AccountId account, long version, CancellationToken cancellationToken) => Read(
        () =>
        {
            if (_accounts.GetValueOrDefault(account.Value)?.Version != version)
            {
                return false;
            }

            _revision++;
            return _accounts.Remove(account.Value);
        },
        cancellationToken);

    public Task<AccountEndpointRecord?> FindEndpointAsync(AccountId account, CancellationToken cancellationToken) => Read(() => _endpoints.GetValueOrDefault(account), cancellationToken);

    public Task SaveEndpointAsync(AccountEndpointRecord endpoint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return Read(() => _endpoints[endpoint.Account] = endpoint, cancellationToken);
    }

    private Task<T> Read<T>(Func<T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return Task.FromResult(read());
        }
    }
}
