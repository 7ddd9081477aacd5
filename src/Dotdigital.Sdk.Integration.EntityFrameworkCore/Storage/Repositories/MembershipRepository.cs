using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Repositories;

internal sealed class MembershipRepository(UnitScope unit) : IMembershipRepository
{
    public async Task<IReadOnlyList<MembershipRecord>> FindByContactAsync(IReadOnlyCollection<long> contactIds, CancellationToken cancellationToken)
    {
        var rows = await unit.Db.Memberships
            .Where(row => row.AccountId == unit.Account && EF.Parameter(contactIds).Contains(row.ContactId))
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public Task<IReadOnlyList<MembershipView>> FindByItemAsync(int connectionId, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken) =>
        unit.Db.Memberships
            .Where(row => row.AccountId == unit.Account && row.ConnectionId == connectionId && row.ItemId != null && EF.Parameter(itemIds).Contains(row.ItemId))
            .ToViewsAsync(unit.Db, take: null, cancellationToken);

    public Task<IReadOnlyList<MembershipView>> PageAsync(MembershipFilter filter, MembershipKey? after, int take, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var query = unit.Db.Memberships.Where(row => row.AccountId == unit.Account);
        if (filter.AddressBookId is { } book)
        {
            query = query.Where(row => row.AddressBookId == book);
        }

        if (filter.ConnectionId is { } connection)
        {
            query = query.Where(row => row.ConnectionId == connection);
        }

        if (filter.State is { } state)
        {
            var value = (int)state;
            query = query.Where(row => row.State == value);
        }

        if (filter.Operations.Count > 0)
        {
            var operations = filter.Operations.Select(static operation => (int)operation).ToList();
            query = query.Where(row => EF.Parameter(operations).Contains(row.Operation));
        }

        if (filter.ReadyAt is { } ready)
        {
            var instant = Ticks.Of(ready);
            query = query.Where(row => row.NotBefore == null || row.NotBefore <= instant);
        }

        if (after is { } key)
        {
            // The first condition is the one that an index can seek.
            query = query.Where(row => row.ContactId >= key.ContactId && (row.ContactId > key.ContactId || row.AddressBookId > key.AddressBookId));
        }

        return query.ToViewsAsync(unit.Db, take, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, long>> CountReasonsAsync(int connectionId, CancellationToken cancellationToken) =>
        await unit.Db.Memberships
            .Where(row => row.AccountId == unit.Account && row.ConnectionId == connectionId
                && (row.State == (int)ExportState.Held || row.State == (int)ExportState.Faulted))
            .GroupBy(static row => row.Reason ?? SetAsideReason.Unknown)
            .Select(static group => new { Reason = group.Key, Count = group.LongCount() })
            .ToDictionaryAsync(static row => row.Reason, static row => row.Count, StringComparer.Ordinal, cancellationToken)
            .ConfigureAwait(false);

    public async Task<IReadOnlyList<MembershipReasonCount>> CountReasonsAsync(IReadOnlyCollection<int> connectionIds, CancellationToken cancellationToken)
    {
        var states = new List<int> { (int)ExportState.Held, (int)ExportState.Faulted };
        var ids = connectionIds.Select(static id => (int?)id).ToList();
        var counts = await unit.Db.Memberships
            .Where(row => row.AccountId == unit.Account && EF.Parameter(ids).Contains(row.ConnectionId) && EF.Parameter(states).Contains(row.State))
            .GroupBy(static row => new { row.ConnectionId, row.State, Reason = row.Reason ?? SetAsideReason.Unknown })
            .Select(static group => new { group.Key.ConnectionId, group.Key.State, group.Key.Reason, Count = group.LongCount() })
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return counts.ConvertAll(static row => new MembershipReasonCount(row.ConnectionId!.Value, (ExportState)row.State, row.Reason, row.Count));
    }

    public async Task<IReadOnlyList<MembershipCount>> CountAsync(int connectionId, CancellationToken cancellationToken)
    {
        var groups = await unit.Db.Memberships
            .Where(row => row.AccountId == unit.Account && row.ConnectionId == connectionId)
            .GroupBy(static row => new { row.State, row.Operation })
            .Select(static group => new { group.Key.State, group.Key.Operation, Count = group.LongCount() })
            .OrderBy(static group => group.State)
            .ThenBy(static group => group.Operation)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return groups.ConvertAll(static group => new MembershipCount((ExportState)group.State, (ExportOperation)group.Operation, group.Count));
    }

    public async Task<IReadOnlyDictionary<int, IReadOnlyList<MembershipCount>>> CountAsync(IReadOnlyCollection<int> connectionIds, CancellationToken cancellationToken)
    {
        var groups = await unit.Db.Memberships
            .Where(row => row.AccountId == unit.Account && row.ConnectionId != null && EF.Parameter(connectionIds).Contains(row.ConnectionId.Value))
            .GroupBy(static row => new { row.ConnectionId, row.State, row.Operation })
            .Select(static group => new { group.Key.ConnectionId, group.Key.State, group.Key.Operation, Count = group.LongCount() })
            .OrderBy(static group => group.State)
            .ThenBy(static group => group.Operation)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return groups
            .GroupBy(static group => group.ConnectionId!.Value)
            .ToDictionary(
                static connection => connection.Key,
                static IReadOnlyList<MembershipCount> (connection) => [.. connection.Select(static group => new MembershipCount((ExportState)group.State, (ExportOperation)group.Operation, group.Count))]);
    }

    public Task SaveAsync(IReadOnlyCollection<MembershipRecord> memberships, CancellationToken cancellationToken) =>
        unit.WriteAsync([.. memberships.Select(membership => MembershipRow.From(unit.Account, membership))], OnConflict.Replace, cancellationToken);

    public async Task DeleteAsync(IReadOnlyCollection<MembershipKey> keys, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        foreach (var book in keys.GroupBy(static key => key.AddressBookId, static key => key.ContactId))
        {
            var contacts = book.ToList();
            await db.Memberships
                .Where(row => row.AccountId == unit.Account && row.AddressBookId == book.Key && EF.Parameter(contacts).Contains(row.ContactId))
                .ExecuteDeleteAsync(cancellationToken)
                .ConfigureAwait(false);
        }
    }

    public async Task<int> MarkForComparisonAsync(int connectionId, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await db.Memberships
            .Where(row => row.AccountId == unit.Account && row.ConnectionId == connectionId && row.ItemId != null && row.State == (int)ExportState.InBatch)
            .ExecuteUpdateAsync(static set => set.SetProperty(row => row.UpdateVersion, row => row.UpdateVersion + 1), cancellationToken)
            .ConfigureAwait(false);
        return await db.Memberships
            .Where(row => row.AccountId == unit.Account && row.ConnectionId == connectionId && row.ItemId != null
                && (row.State == (int)ExportState.Clean || (row.State == (int)ExportState.Faulted && row.Reason == SetAsideReason.MisfitValue)))
            .ExecuteUpdateAsync(
                static set => set
                    .SetProperty(row => row.State, (int)ExportState.Due)
                    .SetProperty(row => row.Operation, (int)ExportOperation.Update)
                    .SetProperty(row => row.Reason, (string?)null),
                cancellationToken)
            .ConfigureAwait(false);
    }

    public async Task<int> RaiseAsync(int connectionId, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        var raised = db.Memberships.Where(row =>
            row.AccountId == unit.Account && row.ConnectionId == connectionId && row.ItemId != null && EF.Parameter(itemIds).Contains(row.ItemId));
        var count = await raised
            .ExecuteUpdateAsync(static set => set.SetProperty(row => row.UpdateVersion, row => row.UpdateVersion + 1), cancellationToken)
            .ConfigureAwait(false);
        if (count == 0)
        {
            return 0;
        }

        // Each statement leaves its rows Due, so that the next ones pass them by.
        var settled = raised.Where(row =>
            (row.State == (int)ExportState.Clean || row.State == (int)ExportState.Held || row.State == (int)ExportState.Faulted)
            && (row.Reason == null || row.Reason != SetAsideReason.OptOutReported));
        await MakeDueAsync(settled.Where(static row => row.WasSent || row.Reachability != (int)Reachability.Unknown), ExportOperation.Update, cancellationToken).ConfigureAwait(false);
        await MakeDueAsync(
            settled.Where(row => db.Contacts.Any(contact => contact.AccountId == row.AccountId && contact.Id == row.ContactId && contact.RemoteId != null)),
            ExportOperation.Add,
            cancellationToken).ConfigureAwait(false);
        await MakeDueAsync(settled, ExportOperation.New, cancellationToken).ConfigureAwait(false);
        return count;
    }

    private static Task<int> MakeDueAsync(IQueryable<MembershipRow> rows, ExportOperation operation, CancellationToken cancellationToken)
    {
        var value = (int)operation;
        return rows.ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.State, (int)ExportState.Due)
                .SetProperty(row => row.Operation, value)
                .SetProperty(row => row.Reason, (string?)null)
                .SetProperty(row => row.Failures, 0)
                .SetProperty(row => row.LastFault, (string?)null),
            cancellationToken);
    }
}
