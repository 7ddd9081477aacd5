using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Repositories;

internal sealed class ListItemRepository(UnitScope unit) : IListItemRepository
{
    public Task<IReadOnlyList<ListItemRecord>> FindAsync(string listName, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken) =>
        ReadAsync(
            unit.Db.ListItems.Where(row => row.AccountId == unit.Account && row.ListName == listName && EF.Parameter(itemIds).Contains(row.ItemId)),
            cancellationToken);

    public Task<IReadOnlyList<ListItemRecord>> FindByEmailAsync(IReadOnlyCollection<EmailAddress> emails, CancellationToken cancellationToken)
    {
        var wanted = emails.Select(static email => email.Value).ToList();
        return ReadAsync(unit.Db.ListItems.Where(row => row.AccountId == unit.Account && EF.Parameter(wanted).Contains(row.Email)), cancellationToken);
    }

    public Task<IReadOnlyList<ListItemRecord>> PageUntoldAsync(string listName, string? afterItemId, int take, CancellationToken cancellationToken) =>
        ReadAsync(
            After(listName, afterItemId).Where(static row => row.Origin == (int)OptOutOrigin.Host && !row.IsTold).OrderBy(static row => row.ItemId).Take(take),
            cancellationToken);

    public Task<IReadOnlyList<ListItemRecord>> PageAsync(string listName, string? afterItemId, int take, CancellationToken cancellationToken) =>
        ReadAsync(After(listName, afterItemId).OrderBy(static row => row.ItemId).Take(take), cancellationToken);

    public Task SaveAsync(IReadOnlyCollection<ListItemRecord> items, CancellationToken cancellationToken) =>
        unit.WriteAsync([.. items.Select(item => ListItemRow.From(unit.Account, item))], OnConflict.Replace, cancellationToken);

    public async Task DeleteAsync(string listName, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await db.ListItems
            .Where(row => row.AccountId == unit.Account && row.ListName == listName && EF.Parameter(itemIds).Contains(row.ItemId))
            .ExecuteDeleteAsync(cancellationToken)
            .ConfigureAwait(false);
    }

    public async Task DeleteForgottenAsync(string hash, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(hash);
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await db.ListItems.Where(row => row.AccountId == unit.Account && row.Email == hash).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task SaveSetAsideAsync(IReadOnlyCollection<SetAsideRecord> items, CancellationToken cancellationToken) =>
        unit.WriteAsync([.. items.Select(item => SetAsideRow.From(unit.Account, item))], OnConflict.Replace, cancellationToken);

    public async Task ForgetSetAsideAsync(string listName, long pass, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await db.SetAside
            .Where(row => row.AccountId == unit.Account && row.ListName == listName && row.Pass < pass)
            .ExecuteDeleteAsync(cancellationToken)
            .ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<SetAsideRecord>> PageSetAsideAsync(string listName, string? afterItemId, int take, CancellationToken cancellationToken)
    {
        var query = unit.Db.SetAside.Where(row => row.AccountId == unit.Account && row.ListName == listName);
        if (afterItemId is not null)
        {
            query = query.Where(row => string.Compare(row.ItemId, afterItemId) > 0);
        }

        var rows = await query.OrderBy(static row => row.ItemId).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public async Task<IReadOnlyList<SetAsideRecord>> FindSetAsideAsync(string listName, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken)
    {
        var rows = await SetAsideItems(unit.Db, listName, itemIds).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public async Task<IReadOnlyDictionary<string, long>> CountSetAsideAsync(string listName, CancellationToken cancellationToken) =>
        await unit.Db.SetAside
            .Where(row => row.AccountId == unit.Account && row.ListName == listName)
            .GroupBy(static row => row.Reason)
            .Select(static group => new { Reason = group.Key, Count = group.LongCount() })
            .ToDictionaryAsync(static row => row.Reason, static row => row.Count, StringComparer.Ordinal, cancellationToken)
            .ConfigureAwait(false);

    public async Task<IReadOnlyList<SetAsideListCount>> CountSetAsideAsync(CancellationToken cancellationToken)
    {
        var counts = await unit.Db.SetAside
            .Where(row => row.AccountId == unit.Account)
            .GroupBy(static row => new { row.ListName, row.Reason })
            .Select(static group => new { group.Key.ListName, group.Key.Reason, Count = group.LongCount() })
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return counts.ConvertAll(static row => new SetAsideListCount(row.ListName, row.Reason, row.Count));
    }

    public async Task DeleteSetAsideAsync(string listName, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await SetAsideItems(db, listName, itemIds).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    private IQueryable<SetAsideRow> SetAsideItems(DotdigitalDbContext db, string listName, IReadOnlyCollection<string> itemIds) =>
        db.SetAside.Where(row => row.AccountId == unit.Account && row.ListName == listName && EF.Parameter(itemIds).Contains(row.ItemId));

    private IQueryable<ListItemRow> After(string listName, string? afterItemId)
    {
        var items = unit.Db.ListItems.Where(row => row.AccountId == unit.Account && row.ListName == listName);
        return afterItemId is null ? items : items.Where(row => string.Compare(row.ItemId, afterItemId) > 0);
    }

    private static async Task<IReadOnlyList<ListItemRecord>> ReadAsync(IQueryable<ListItemRow> query, CancellationToken cancellationToken)
    {
        var rows = await query.ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }
}
