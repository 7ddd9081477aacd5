using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Repositories;

internal sealed class WebhookReceiptRepository(UnitScope unit) : IWebhookReceiptRepository
{
    public async Task<IReadOnlySet<Guid>> AddAsync(IReadOnlyCollection<Guid> eventIds, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var unseen = eventIds.Distinct().ToDictionary(static id => id.ToString("N"), static id => id, StringComparer.Ordinal);

        // Writers of an account take turns: what is read after this cannot be added by another before the commit.
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        var known = await db.WebhookReceipts
            .Where(row => row.AccountId == unit.Account && EF.Parameter(unseen.Keys).Contains(row.EventId))
            .Select(static row => row.EventId)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        known.ForEach(id => unseen.Remove(id));
        var at = Ticks.Of(receivedAt);
        await unit.WriteAsync([.. unseen.Keys.Select(id => new WebhookReceiptRow { AccountId = unit.Account, EventId = id, ReceivedAt = at })], OnConflict.Fail, cancellationToken).ConfigureAwait(false);
        return unseen.Values.ToHashSet();
    }

    public async Task<int> DeleteAsync(DateTimeOffset before, int take, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        var instant = Ticks.Of(before);
        var old = await db.WebhookReceipts
            .Where(row => row.AccountId == unit.Account && row.ReceivedAt < instant)
            .OrderBy(static row => row.ReceivedAt)
            .Select(static row => row.EventId)
            .Take(take)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return await db.WebhookReceipts
            .Where(row => row.AccountId == unit.Account && EF.Parameter(old).Contains(row.EventId))
            .ExecuteDeleteAsync(cancellationToken)
            .ConfigureAwait(false);
    }
}
