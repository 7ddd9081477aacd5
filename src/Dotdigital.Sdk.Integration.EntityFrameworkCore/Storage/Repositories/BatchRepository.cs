using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Repositories;

internal sealed class BatchRepository(UnitScope unit) : IBatchRepository
{
    public Task<long> AllocateIdAsync(CancellationToken cancellationToken) => unit.AllocateAsync("batch", 1, cancellationToken);

    public async Task<IReadOnlyList<BatchRecord>> GetAsync(IReadOnlyCollection<BatchState> states, CancellationToken cancellationToken)
    {
        var query = unit.Db.Batches.Where(row => row.AccountId == unit.Account);
        if (states.Count > 0)
        {
            var values = states.Select(static state => (int)state).ToList();
            query = query.Where(row => EF.Parameter(values).Contains(row.State));
        }

        var rows = await query.OrderBy(static row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public async Task<IReadOnlyList<BatchRecord>> PageLastAsync(long? belowId, int take, CancellationToken cancellationToken)
    {
        var rows = await unit.Db.Batches
            .Where(row => row.AccountId == unit.Account && row.Id < (belowId ?? long.MaxValue))
            .OrderByDescending(static row => row.Id)
            .Take(take)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public async Task<IReadOnlyDictionary<BatchState, long>> CountAsync(CancellationToken cancellationToken) =>
        await unit.Db.Batches
            .Where(row => row.AccountId == unit.Account)
            .GroupBy(static row => row.State)
            .Select(static group => new { State = group.Key, Count = group.LongCount() })
            .ToDictionaryAsync(static row => (BatchState)row.State, static row => row.Count, cancellationToken)
            .ConfigureAwait(false);

    public async Task<BatchRecord?> FindAsync(long id, CancellationToken cancellationToken)
    {
        var row = await unit.Db.Batches.SingleOrDefaultAsync(row => row.AccountId == unit.Account && row.Id == id, cancellationToken).ConfigureAwait(false);
        return row?.ToRecord();
    }

    public async Task<IReadOnlyList<BatchRecord>> FindAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var rows = await unit.Db.Batches.Where(row => row.AccountId == unit.Account && EF.Parameter(ids).Contains(row.Id)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public Task SaveAsync(BatchRecord batch, CancellationToken cancellationToken) =>
        unit.WriteAsync([BatchRow.From(unit.Account, batch)], OnConflict.Replace, cancellationToken);

    public Task AddMembersAsync(long batchId, IReadOnlyCollection<BatchMemberRecord> members, CancellationToken cancellationToken) =>
        unit.WriteAsync([.. members.Select(member => BatchMemberRow.From(unit.Account, batchId, member))], OnConflict.Replace, cancellationToken);

    public async Task<IReadOnlyList<BatchMemberRecord>> PageMembersAsync(long batchId, long afterContactId, int take, CancellationToken cancellationToken)
    {
        var rows = await unit.Db.BatchMembers
            .Where(row => row.AccountId == unit.Account && row.BatchId == batchId && row.ContactId > afterContactId)
            .OrderBy(static row => row.ContactId)
            .Take(take)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public Task<IReadOnlyList<BatchMemberRecord>> FindLostMembersAsync(IReadOnlyCollection<long> contactIds, CancellationToken cancellationToken) =>
        FindMembersAsync(contactIds, unit.Db.Batches.Where(static batch => batch.State == (int)BatchState.Lost), cancellationToken);

    public Task<IReadOnlyList<BatchMemberRecord>> FindTravellingMembersAsync(IReadOnlyCollection<long> contactIds, CancellationToken cancellationToken) =>
        FindMembersAsync(
            contactIds,
            unit.Db.Batches.Where(static batch => batch.State != (int)BatchState.Settled && batch.State != (int)BatchState.Refused),
            cancellationToken);

    private async Task<IReadOnlyList<BatchMemberRecord>> FindMembersAsync(IReadOnlyCollection<long> contactIds, IQueryable<BatchRow> batches, CancellationToken cancellationToken)
    {
        var db = unit.Db;
        var rows = await db.BatchMembers
            .Where(row => row.AccountId == unit.Account && EF.Parameter(contactIds).Contains(row.ContactId))
            .Where(row => batches.Any(batch => batch.AccountId == row.AccountId && batch.Id == row.BatchId))
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public async Task DeleteMembersAsync(long batchId, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await db.BatchMembers
            .Where(row => row.AccountId == unit.Account && row.BatchId == batchId)
            .ExecuteDeleteAsync(cancellationToken)
            .ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<BatchMembership>> FindMembersAsync(IReadOnlyCollection<long> contactIds, CancellationToken cancellationToken)
    {
        var rows = await unit.Db.BatchMembers
            .Where(row => row.AccountId == unit.Account && EF.Parameter(contactIds).Contains(row.ContactId))
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(static row => new BatchMembership(row.BatchId, row.ToRecord()));
    }

    public async Task DeleteMembersAsync(long batchId, IReadOnlyCollection<long> contactIds, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await db.BatchMembers
            .Where(row => row.AccountId == unit.Account && row.BatchId == batchId && EF.Parameter(contactIds).Contains(row.ContactId))
            .ExecuteDeleteAsync(cancellationToken)
            .ConfigureAwait(false);
    }

    public async Task<int> DeleteEndedAsync(DateTimeOffset before, int take, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        var instant = Ticks.Of(before);
        var ended = await db.Batches
            .Where(row => row.AccountId == unit.Account && (row.SettledAt ?? row.CreatedAt) < instant
                && (row.State == (int)BatchState.Settled || row.State == (int)BatchState.Refused || row.State == (int)BatchState.Lost))
            .OrderBy(static row => row.Id)
            .Select(static row => row.Id)
            .Take(take)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        await db.BatchMembers
            .Where(member => member.AccountId == unit.Account && EF.Parameter(ended).Contains(member.BatchId))
            .ExecuteDeleteAsync(cancellationToken)
            .ConfigureAwait(false);
        return await db.Batches
            .Where(row => row.AccountId == unit.Account && EF.Parameter(ended).Contains(row.Id))
            .ExecuteDeleteAsync(cancellationToken)
            .ConfigureAwait(false);
    }
}
