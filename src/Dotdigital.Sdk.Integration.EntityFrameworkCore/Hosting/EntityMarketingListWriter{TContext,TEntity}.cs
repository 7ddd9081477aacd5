using Dotdigital.Sdk.Integration.MarketingLists;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>Applies the host's action to one record and saves it; a record that is gone needs nothing. Lost to a concurrent change once, it tries again with the record as it is then.</summary>
internal sealed class EntityMarketingListWriter<TContext, TEntity>(HostContexts<TContext> contexts, MarketingListDefinition<TEntity> definition)
    : IMarketingListWriter
    where TContext : DbContext
    where TEntity : class
{
    public Task OptOutAsync(string itemId, OptOutNotice notice, CancellationToken cancellationToken) =>
        ApplyAsync(definition.OnOptOut, itemId, notice, cancellationToken);

    public Task OptBackInAsync(string itemId, OptOutNotice notice, CancellationToken cancellationToken) =>
        ApplyAsync(definition.OnOptBackIn, itemId, notice, cancellationToken);

    private async Task ApplyAsync(Action<TEntity, OptOutNotice>? action, string itemId, OptOutNotice notice, CancellationToken cancellationToken)
    {
        if (action is null)
        {
            return;
        }

        try
        {
            await ApplyOnceAsync(action, itemId, notice, cancellationToken).ConfigureAwait(false);
        }
        catch (DbUpdateConcurrencyException)
        {
            await ApplyOnceAsync(action, itemId, notice, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ApplyOnceAsync(Action<TEntity, OptOutNotice> action, string itemId, OptOutNotice notice, CancellationToken cancellationToken)
    {
        var lease = await contexts.RentAsync(cancellationToken).ConfigureAwait(false);
        await using var giveBack = lease.ConfigureAwait(false);
        try
        {
            var entity = await new EntityListQueries<TEntity>(lease.Context, definition).Item(itemId)
                .SingleOrDefaultAsync(cancellationToken)
                .ConfigureAwait(false);
            if (entity is not null)
            {
                action(entity, notice);
                await lease.Context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            lease.Context.ChangeTracker.Clear();
        }
    }
}
