using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage;

/// <summary>One connection with one transaction. Disposing without <see cref="CommitAsync"/> undoes everything.</summary>
internal abstract class StoreSession : IAsyncDisposable
{
    /// <summary>The context over this connection.</summary>
    public abstract DotdigitalDbContext Context { get; }

    /// <summary>Begins a transaction that reads one consistent state.</summary>
    public abstract Task BeginReadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Begins a transaction that may write; does nothing when one is open. A reading transaction ends first: what is read from here on may be newer
    /// than what was read before.
    /// </summary>
    /// <exception cref="Dotdigital.Sdk.Integration.Storage.StoreUnavailableException">Others kept writing for longer than the provider waits.</exception>
    public abstract Task BeginWriteAsync(CancellationToken cancellationToken);

    /// <summary>As <see cref="BeginWriteAsync(CancellationToken)"/>, after waiting for the writers who took the same turn.</summary>
    /// <param name="turn">Names what is written: an account's rows, or the change log. Null for statements that need no turn.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="Dotdigital.Sdk.Integration.Storage.StoreUnavailableException">Others kept writing for longer than the provider waits.</exception>
    public virtual Task BeginWriteAsync(string? turn, CancellationToken cancellationToken) => BeginWriteAsync(cancellationToken);

    /// <summary>The fence of an account's lock, in a way that it cannot rise before this transaction has ended (rule W-4); null when the lock was never taken.</summary>
    public virtual Task<long?> ReadFenceAsync(string account, CancellationToken cancellationToken) =>
        Context.AccountLocks.Where(row => row.AccountId == account).Select(static row => (long?)row.Fence).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Has the database look at a table anew whose content has just changed as a whole; where it plans without statistics, does nothing.</summary>
    public virtual Task AnalyzeAsync<TRow>(CancellationToken cancellationToken)
        where TRow : class => Task.CompletedTask;

    /// <summary>Writes rows in the order given.</summary>
    /// <returns>How many rows were inserted or changed.</returns>
    /// <exception cref="InvalidOperationException">A row has a value that must be unique and that another row has.</exception>
    public abstract Task<int> WriteAsync<TRow>(UpsertPlan<TRow> plan, IReadOnlyCollection<TRow> rows, CancellationToken cancellationToken)
        where TRow : class;

    /// <summary>Commits the open transaction, if any.</summary>
    public abstract Task CommitAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
