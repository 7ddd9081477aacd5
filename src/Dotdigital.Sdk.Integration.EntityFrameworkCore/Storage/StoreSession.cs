using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;

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
    /// <exception cref="TimeoutException">Others kept writing for longer than the provider waits.</exception>
    public abstract Task BeginWriteAsync(CancellationToken cancellationToken);

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
