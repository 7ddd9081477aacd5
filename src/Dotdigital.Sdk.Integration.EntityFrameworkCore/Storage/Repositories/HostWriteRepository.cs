using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Repositories;

internal sealed class HostWriteRepository(UnitScope unit) : IHostWriteRepository
{
    public async Task<IReadOnlyList<HostWriteRecord>> FindAsync(IReadOnlyCollection<long> contactIds, CancellationToken cancellationToken)
    {
        var rows = await unit.Db.HostWrites
            .Where(row => row.AccountId == unit.Account && EF.Parameter(contactIds).Contains(row.ContactId))
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public async Task<IReadOnlyList<HostWriteRecord>> PageDueAsync(
        int connectionId, bool isCreation, DateTimeOffset now, long afterContactId, int take, CancellationToken cancellationToken)
    {
        var instant = Ticks.Of(now);
        var rows = await unit.Db.HostWrites
            .Where(row => row.AccountId == unit.Account && row.ConnectionId == connectionId && row.ContactId > afterContactId
                && row.IsCreation == isCreation && (row.NextAttemptAt == null || row.NextAttemptAt <= instant))
            .OrderBy(static row => row.ContactId)
            .Take(take)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public Task SaveAsync(IReadOnlyCollection<HostWriteRecord> writes, CancellationToken cancellationToken) =>
        unit.WriteAsync([.. writes.Select(write => HostWriteRow.From(unit.Account, write))], OnConflict.Replace, cancellationToken);

    public Task AddAsync(IReadOnlyCollection<HostWriteRecord> writes, CancellationToken cancellationToken) =>
        unit.WriteAsync([.. writes.Select(write => HostWriteRow.From(unit.Account, write))], OnConflict.Keep, cancellationToken);

    public async Task DeleteAsync(int connectionId, IReadOnlyCollection<long> contactIds, CancellationToken cancellationToken)
    {
        if (contactIds.Count == 0)
        {
            return;
        }

        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await db.HostWrites
            .Where(row => row.AccountId == unit.Account && row.ConnectionId == connectionId && EF.Parameter(contactIds).Contains(row.ContactId))
            .ExecuteDeleteAsync(cancellationToken)
            .ConfigureAwait(false);
    }

    public async Task DeleteAllAsync(int connectionId, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await db.HostWrites.Where(row => row.AccountId == unit.Account && row.ConnectionId == connectionId).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<(long Waiting, long Refused)> CountAsync(int connectionId, CancellationToken cancellationToken)
    {
        var writes = unit.Db.HostWrites.Where(row => row.AccountId == unit.Account && row.ConnectionId == connectionId);
        var waiting = await writes.LongCountAsync(cancellationToken).ConfigureAwait(false);
        return (waiting, await writes.LongCountAsync(static row => row.Attempts > 0, cancellationToken).ConfigureAwait(false));
    }

    public async Task<IReadOnlyDictionary<int, (long Waiting, long Refused)>> CountAsync(IReadOnlyCollection<int> connectionIds, CancellationToken cancellationToken)
    {
        var groups = await unit.Db.HostWrites
            .Where(row => row.AccountId == unit.Account && EF.Parameter(connectionIds).Contains(row.ConnectionId))
            .GroupBy(static row => row.ConnectionId)
            .Select(static group => new { Id = group.Key, Waiting = group.LongCount(), Refused = group.LongCount(static row => row.Attempts > 0) })
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return groups.ToDictionary(static group => group.Id, static group => (group.Waiting, group.Refused));
    }
}
