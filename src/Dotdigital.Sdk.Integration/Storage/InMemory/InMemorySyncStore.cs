using System.Collections.Concurrent;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Tracking;

namespace Dotdigital.Sdk.Integration.Storage.InMemory;

/// <summary>
/// A store in memory, for tests, samples and trials: everything is forgotten when the process ends, also who was told what, so that it is not for
/// production. Units of work see one consistent state; writers of an account take turns.
/// </summary>
public sealed class InMemorySyncStore : ISyncStore
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<AccountId, AccountState> _states = new();
    private readonly ConcurrentDictionary<AccountId, SemaphoreSlim> _writers = new();
    private readonly InMemoryAccountLocks _locks;

    /// <summary>Makes an empty store.</summary>
    /// <param name="timeProvider">The clock of the leases; the system's unless given.</param>
    public InMemorySyncStore(TimeProvider? timeProvider = null)
    {
        _locks = new InMemoryAccountLocks(timeProvider ?? TimeProvider.System);
        Changes = new InMemoryFieldChangeLog();
    }

    /// <inheritdoc/>
    public IAccountLocks Locks => _locks;

    /// <inheritdoc/>
    public IFieldChangeLog Changes { get; }

    /// <inheritdoc/>
    public IAccountRepository Accounts { get; } = new InMemoryAccounts();

    /// <inheritdoc/>
    /// <exception cref="StoreUnavailableException">Another unit of the account was left open to write for 30 seconds.</exception>
    public async Task<IUnitOfWork> BeginAsync(AccountLease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var unit = new UnitState(this, lease.Account);
        await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        return new InMemoryUnitOfWork(unit, lease);
    }

    /// <inheritdoc/>
    public Task<IUnitOfWork> BeginAsync(AccountId account, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IUnitOfWork>(new InMemoryUnitOfWork(new UnitState(this, account), lease: null));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<AccountId, IReadOnlyList<MappingRecord>>> GetMappingsAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyDictionary<AccountId, IReadOnlyList<MappingRecord>>>(_states
            .Where(static pair => pair.Value.Mappings.Count > 0)
            .ToDictionary(static pair => pair.Key, static pair => (IReadOnlyList<MappingRecord>)[.. pair.Value.Mappings.Rows]));
    }

    /// <inheritdoc/>
    public Task<long> GetMappingsVersionAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_states.Values.Sum(static state => state.Counters.GetValueOrDefault(InMemoryMappings.Series)));
    }

    internal AccountState Read(AccountId account) => _states.GetValueOrDefault(account, AccountState.Empty);

    internal async Task BeginWriteAsync(AccountId account, CancellationToken cancellationToken)
    {
        var writer = _writers.GetOrAdd(account, static _ => new SemaphoreSlim(1, 1));
        if (!await writer.WaitAsync(Patience, cancellationToken).ConfigureAwait(false))
        {
            throw new StoreUnavailableException($"store in memory of account '{account}'", StoreProblem.Busy, innerException: null);
        }
    }

    internal void EndWrite(AccountId account) => _writers[account].Release();

    /// <summary>Puts a unit's state in place, unless its lease was lost.</summary>
    internal void Commit(AccountId account, AccountLease? lease, AccountState? state) => _locks.Under(lease, () =>
    {
        if (state is not null)
        {
            _states[account] = state;
        }
    });
}
