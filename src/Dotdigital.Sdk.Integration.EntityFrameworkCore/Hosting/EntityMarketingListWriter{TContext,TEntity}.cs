using Dotdigital.Sdk.Integration.MarketingLists;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>
/// Changes one record and saves what changed; a record that is gone needs nothing. Lost to a concurrent change once, it tries again with the record as it is then.
/// </summary>
internal sealed class EntityMarketingListWriter<TContext, TEntity>(HostContexts<TContext> contexts, MarketingListDefinition<TEntity> definition)
    : IMarketingListWriter
    where TContext : DbContext
    where TEntity : class
{
    public Task OptOutAsync(string itemId, OptOutNotice notice, CancellationToken cancellationToken) => definition.OnOptOut is { } action
        ? ChangeAsync(itemId, (entity, _) => action(entity, notice), cancellationToken)
        : Task.CompletedTask;

    public Task OptBackInAsync(string itemId, OptOutNotice notice, CancellationToken cancellationToken) => definition.OnOptBackIn is { } action
        ? ChangeAsync(itemId, (entity, _) => action(entity, notice), cancellationToken)
        : Task.CompletedTask;

    public Task WriteFieldsAsync(string itemId, IReadOnlyList<FieldWrite> fields, CancellationToken cancellationToken) => ChangeAsync(
        itemId,
        (entity, queries) =>
        {
            var writer = new EntityFieldWriter<TEntity>(definition.Name, queries.Entity);
            foreach (var field in fields.Where(field => field.IsWanted(EntityFieldWriter<TEntity>.Current(entity, field))))
            {
                writer.Set(entity, field);
            }
        },
        cancellationToken);

    public async Task<IReadOnlyList<ListKey>> FindItemsAsync(IReadOnlyCollection<string> emails, CancellationToken cancellationToken)
    {
        var lease = await contexts.RentAsync(cancellationToken).ConfigureAwait(false);
        await using var giveBack = lease.ConfigureAwait(false);
        var queries = new EntityListQueries<TEntity>(lease.Context, definition);
        var found = new List<ListKey>();
        await foreach (var key in queries.Key.ReadAsync(queries.WithEmail(emails), definition).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            found.Add(key);
        }

        return found;
    }

    public async Task<string> CreateAsync(NewItem item, CancellationToken cancellationToken)
    {
        var lease = await contexts.RentAsync(cancellationToken).ConfigureAwait(false);
        await using var giveBack = lease.ConfigureAwait(false);
        try
        {
            return await lease.Context.Database.CreateExecutionStrategy()
                .ExecuteAsync(token => InsertAsync(lease.Context, item, token), cancellationToken)
                .ConfigureAwait(false);
        }
        finally
        {
            lease.Context.ChangeTracker.Clear();
        }
    }

    /// <summary>One transaction: a record whose person would count as opted out must not come to be, for Dotdigital would be told so.</summary>
    private async Task<string> InsertAsync(TContext context, NewItem item, CancellationToken cancellationToken)
    {
        context.ChangeTracker.Clear();
        var queries = new EntityListQueries<TEntity>(context, definition);
        var writer = new EntityFieldWriter<TEntity>(definition.Name, queries.Entity);
        var entity = (TEntity)Activator.CreateInstance(typeof(TEntity), nonPublic: true)!;
        definition.EmailProperty!.SetValue(entity, item.Email);
        foreach (var field in item.Fields)
        {
            writer.Set(entity, field);
        }

        definition.OnCreate?.Invoke(entity, item);
        var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var ending = transaction.ConfigureAwait(false);
        context.Add(entity);
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        var itemId = KeyText.Of(context.Entry(entity).Property(queries.Key.Property).CurrentValue)
            ?? throw new HostWriteRefusedException(definition.Name, $"gives a new {typeof(TEntity).Name} no key: set '{queries.Key.Property}' in .CreateEntities((entity, contact) => ...).");
        if (definition.OptedOut is { } optedOut && await queries.Item(itemId).AsNoTracking().AnyAsync(optedOut, cancellationToken).ConfigureAwait(false))
        {
            throw new HostWriteRefusedException(
                definition.Name,
                $"would make a new {typeof(TEntity).Name} that counts as opted out, and Dotdigital would be told so: have .CreateEntities((entity, contact) => ...) make it one that does not.");
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return itemId;
    }

    private async Task ChangeAsync(string itemId, Action<TEntity, EntityListQueries<TEntity>> change, CancellationToken cancellationToken)
    {
        try
        {
            await ChangeOnceAsync(itemId, change, cancellationToken).ConfigureAwait(false);
        }
        catch (DbUpdateConcurrencyException)
        {
            await ChangeOnceAsync(itemId, change, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ChangeOnceAsync(string itemId, Action<TEntity, EntityListQueries<TEntity>> change, CancellationToken cancellationToken)
    {
        var lease = await contexts.RentAsync(cancellationToken).ConfigureAwait(false);
        await using var giveBack = lease.ConfigureAwait(false);
        try
        {
            var queries = new EntityListQueries<TEntity>(lease.Context, definition);
            var entity = await queries.Item(itemId).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            if (entity is not null)
            {
                change(entity, queries);
                await lease.Context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            lease.Context.ChangeTracker.Clear();
        }
    }
}
