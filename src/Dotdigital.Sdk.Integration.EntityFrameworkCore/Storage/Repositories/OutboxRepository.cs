using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Repositories;

internal sealed class OutboxRepository(UnitScope unit) : IOutboxRepository
{
    public async Task AddAsync(IReadOnlyCollection<OutboxRecord> events, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (events.Count == 0)
        {
            return;
        }

        var first = await unit.AllocateAsync("outbox", events.Count, cancellationToken).ConfigureAwait(false);
        var rows = events.Select((item, index) => OutboxRow.From(unit.Account, item with { Sequence = first + index })).ToList();
        await unit.WriteAsync(rows, OnConflict.Fail, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<OutboxRecord>> GetDueAsync(DateTimeOffset now, long afterSequence, int take, CancellationToken cancellationToken)
    {
        var db = unit.Db;
        var instant = Ticks.Of(now);
        var rows = await db.Outbox
            .Where(row => row.AccountId == unit.Account && row.Sequence > afterSequence && row.SetAsideAt == null
                && (row.NextAttemptAt == null || row.NextAttemptAt <= instant))
            .Where(row => row.OrderKey == string.Empty || !db.Outbox.Any(earlier =>
                earlier.AccountId == row.AccountId && earlier.OrderKey == row.OrderKey && earlier.Sequence < row.Sequence
                && earlier.SetAsideAt == null && earlier.NextAttemptAt > instant))
            .OrderBy(static row => row.Sequence)
            .Take(take)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public async Task DeleteAsync(IReadOnlyCollection<long> sequences, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await db.Outbox
            .Where(row => row.AccountId == unit.Account && EF.Parameter(sequences).Contains(row.Sequence))
            .ExecuteDeleteAsync(cancellationToken)
            .ConfigureAwait(false);
    }

    public async Task SaveAsync(IReadOnlyCollection<OutboxRecord> events, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(events);
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        var sequences = events.Select(static item => item.Sequence).ToList();
        var stored = await db.Outbox
            .Where(row => row.AccountId == unit.Account && EF.Parameter(sequences).Contains(row.Sequence))
            .ToDictionaryAsync(static row => row.Sequence, static row => row.ToRecord(), cancellationToken)
            .ConfigureAwait(false);

        // An event delivered meanwhile is gone and stays gone; the event itself is never rewritten.
        var rows = events.Where(item => stored.ContainsKey(item.Sequence)).Select(item => OutboxRow.From(unit.Account, stored[item.Sequence] with
        {
            Attempts = item.Attempts,
            NextAttemptAt = item.NextAttemptAt,
            SetAsideAt = item.SetAsideAt,
            Error = item.Error,
        })).ToList();
        await unit.WriteAsync(rows, OnConflict.Replace, cancellationToken).ConfigureAwait(false);
    }

    public async Task<int> DeleteSetAsideAsync(DateTimeOffset before, int take, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        var instant = Ticks.Of(before);
        var old = await db.Outbox
            .Where(row => row.AccountId == unit.Account && row.SetAsideAt < instant)
            .OrderBy(static row => row.Sequence)
            .Select(static row => row.Sequence)
            .Take(take)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        await DeleteAsync(old, cancellationToken).ConfigureAwait(false);
        return old.Count;
    }

    public async Task<(long Waiting, long SetAside)> CountAsync(CancellationToken cancellationToken)
    {
        var counts = await unit.Db.Outbox
            .Where(row => row.AccountId == unit.Account)
            .GroupBy(static row => row.SetAsideAt != null)
            .Select(static group => new { IsSetAside = group.Key, Count = group.LongCount() })
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return (counts.Where(static row => !row.IsSetAside).Sum(static row => row.Count), counts.Where(static row => row.IsSetAside).Sum(static row => row.Count));
    }

    public async Task<IReadOnlyList<OutboxRecord>> PageSetAsideAsync(long afterSequence, int take, CancellationToken cancellationToken)
    {
        var rows = await unit.Db.Outbox
            .Where(row => row.AccountId == unit.Account && row.Sequence > afterSequence && row.SetAsideAt != null)
            .OrderBy(static row => row.Sequence)
            .Take(take)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public async Task<IReadOnlyList<OutboxRecord>> PageByKindAsync(string kind, long afterSequence, int take, CancellationToken cancellationToken)
    {
        var rows = await unit.Db.Outbox
            .Where(row => row.AccountId == unit.Account && row.Sequence > afterSequence && row.Kind == kind)
            .OrderBy(static row => row.Sequence)
            .Take(take)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public async Task<OutboxRecord?> FindAsync(Guid eventId, CancellationToken cancellationToken)
    {
        var id = eventId.ToString("N");
        var row = await unit.Db.Outbox.SingleOrDefaultAsync(row => row.AccountId == unit.Account && row.EventId == id, cancellationToken).ConfigureAwait(false);
        return row?.ToRecord();
    }

    public async Task<IReadOnlyList<OutboxRecord>> FindByOrderKeyAsync(string orderKey, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(orderKey);
        var rows = await unit.Db.Outbox
            .Where(row => row.AccountId == unit.Account && row.OrderKey == orderKey)
            .OrderBy(static row => row.Sequence)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }
}
