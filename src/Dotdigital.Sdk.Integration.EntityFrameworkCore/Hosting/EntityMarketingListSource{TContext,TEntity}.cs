using System.Runtime.CompilerServices;
using Dotdigital.Sdk.Integration.MarketingLists;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>
/// Reads a marketing list with one statement a call: keys, or projected values; no entity is ever made. Rows stream, unless the host's execution strategy
/// retries: EF Core then buffers each statement's rows.
/// </summary>
internal sealed class EntityMarketingListSource<TContext, TEntity>(HostContexts<TContext> contexts, MarketingListDefinition<TEntity> definition)
    : IMarketingListSource
    where TContext : DbContext
    where TEntity : class
{
    /// <summary>How many keys one statement takes: as one parameter, so no provider's parameter limit is met.</summary>
    private const int ChunkSize = 5_000;

    public IAsyncEnumerable<ListKey> ReadKeysAsync(CancellationToken cancellationToken) =>
        ReadAsync(static queries => queries.Segment(), cancellationToken);

    public IAsyncEnumerable<ListKey> ReadOptedOutAsync(CancellationToken cancellationToken) => definition.OptedOut is { } optedOut
        ? ReadAsync(queries => queries.All().Where(optedOut), cancellationToken)
        : AsyncEnumerable.Empty<ListKey>();

    public async IAsyncEnumerable<ListItem> ReadItemsAsync(
        IReadOnlyCollection<string> itemIds, IReadOnlyList<string> fields, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lease = await contexts.RentAsync(cancellationToken).ConfigureAwait(false);
        await using var giveBack = lease.ConfigureAwait(false);
        var queries = new EntityListQueries<TEntity>(lease.Context, definition);
        foreach (var chunk in itemIds.Chunk(ChunkSize))
        {
            await foreach (var row in queries.Items(chunk, fields).AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return new(KeyText.Of(row[0])!, (string?)row[1], row[2] is true, row[3..]);
            }
        }
    }

    public async IAsyncEnumerable<string> ResolveItemsAsync(string path, IReadOnlyCollection<string> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (path.Length == 0)
        {
            foreach (var key in keys)
            {
                yield return key;
            }

            yield break;
        }

        var lease = await contexts.RentAsync(cancellationToken).ConfigureAwait(false);
        await using var giveBack = lease.ConfigureAwait(false);
        var queries = new EntityListQueries<TEntity>(lease.Context, definition);
        foreach (var chunk in keys.Chunk(ChunkSize))
        {
            await foreach (var root in queries.Roots(path, chunk).AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (KeyText.Of(root) is { } id)
                {
                    yield return id;
                }
            }
        }
    }

    public async Task<IReadOnlyList<ListField>?> GetFieldsAsync(CancellationToken cancellationToken)
    {
        var lease = await contexts.RentAsync(cancellationToken).ConfigureAwait(false);
        await using var giveBack = lease.ConfigureAwait(false);
        return new EntityListQueries<TEntity>(lease.Context, definition).MappableFields();
    }

    private async IAsyncEnumerable<ListKey> ReadAsync(
        Func<EntityListQueries<TEntity>, IQueryable<TEntity>> records, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lease = await contexts.RentAsync(cancellationToken).ConfigureAwait(false);
        await using var giveBack = lease.ConfigureAwait(false);
        var queries = new EntityListQueries<TEntity>(lease.Context, definition);
        await foreach (var key in queries.Key.ReadAsync(records(queries), definition).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return key;
        }
    }
}
