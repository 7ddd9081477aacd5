using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Storage.InMemory;

/// <summary>The state that one unit of work sees and changes. The first change waits for the account's turn to write and starts from what is committed then.</summary>
internal sealed class UnitState(InMemorySyncStore store, AccountId account)
{
    private AccountState _state = store.Read(account);
    private bool _isWriter;
    private bool _isOver;

    public AccountId Account { get; } = account;

    /// <summary>The state as the unit sees it.</summary>
    public AccountState Current => _isOver ? throw new InvalidOperationException("The unit of work is over: it was committed or disposed of.") : _state;

    /// <summary>Makes sure that the unit may write.</summary>
    public async Task BeginWriteAsync(CancellationToken cancellationToken)
    {
        _ = Current;
        cancellationToken.ThrowIfCancellationRequested();
        if (!_isWriter)
        {
            await store.BeginWriteAsync(Account, cancellationToken).ConfigureAwait(false);
            _isWriter = true;
            _state = store.Read(Account);
        }
    }

    /// <summary>Changes the state.</summary>
    public async Task ChangeAsync(Func<AccountState, AccountState> change, CancellationToken cancellationToken)
    {
        await BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        _state = change(_state);
    }

    /// <summary>Reserves numbers of a series and returns the first; numbers start at 1.</summary>
    public async Task<long> AllocateAsync(string series, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        await BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        var last = _state.Counters.GetValueOrDefault(series);
        _state = _state with { Counters = _state.Counters.SetItem(series, last + count) };
        return last + 1;
    }

    public void Commit(AccountLease? lease)
    {
        var state = Current;
        store.Commit(Account, lease, _isWriter ? state : null);
    }

    public void End()
    {
        _isOver = true;
        if (_isWriter)
        {
            _isWriter = false;
            store.EndWrite(Account);
        }
    }
}
