namespace Dotdigital.Sdk.Integration.Storage.InMemory;

internal sealed class InMemoryOutbox(UnitState unit) : IOutboxRepository
{
    public async Task AddAsync(IReadOnlyCollection<OutboxRecord> events, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (events.Count == 0)
        {
            return;
        }

        var first = await unit.AllocateAsync("outbox", events.Count, cancellationToken).ConfigureAwait(false);
        var rows = events.Select((item, index) => item with { Sequence = first + index }).ToList();
        await unit.ChangeAsync(
            state =>
            {
                var ids = state.Outbox.Rows.Select(static item => item.EventId).ToHashSet();
                return rows.TrueForAll(row => ids.Add(row.EventId))
                    ? state with { Outbox = state.Outbox.Set(rows, static item => item.Sequence) }
                    : throw new InvalidOperationException("An event has an id that must be unique and that another event has.");
            },
            cancellationToken).ConfigureAwait(false);
    }

    public Task<IReadOnlyList<OutboxRecord>> GetDueAsync(DateTimeOffset now, long afterSequence, int take, CancellationToken cancellationToken)
    {
        var due = new List<OutboxRecord>();
        var waiting = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in unit.Current.Outbox.Rows.Where(static item => item.SetAsideAt is null))
        {
            if (item.NextAttemptAt > now)
            {
                waiting.Add(item.OrderKey);
            }
            else if (item.Sequence > afterSequence && due.Count < take && (item.OrderKey.Length == 0 || !waiting.Contains(item.OrderKey)))
            {
                due.Add(item);
            }
        }

        return Task.FromResult<IReadOnlyList<OutboxRecord>>(due);
    }

    public Task DeleteAsync(IReadOnlyCollection<long> sequences, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { Outbox = state.Outbox.Remove(sequences) },
        cancellationToken);

    public Task SaveAsync(IReadOnlyCollection<OutboxRecord> events, CancellationToken cancellationToken) => unit.ChangeAsync(
        state =>
        {
            var rows = new List<OutboxRecord>(events.Count);
            foreach (var item in events)
            {
                if (state.Outbox.TryGet(item.Sequence, out var stored))
                {
                    rows.Add(stored with { Attempts = item.Attempts, NextAttemptAt = item.NextAttemptAt, SetAsideAt = item.SetAsideAt, Error = item.Error });
                }
            }

            return state with { Outbox = state.Outbox.Set(rows, static item => item.Sequence) };
        },
        cancellationToken);

    public async Task<int> DeleteSetAsideAsync(DateTimeOffset before, int take, CancellationToken cancellationToken)
    {
        var old = new List<long>();
        await unit.ChangeAsync(
            state =>
            {
                old.AddRange(state.Outbox.Rows.Where(item => item.SetAsideAt < before).Select(static item => item.Sequence).Take(take));
                return state with { Outbox = state.Outbox.Remove(old) };
            },
            cancellationToken).ConfigureAwait(false);
        return old.Count;
    }

    public Task<(long Waiting, long SetAside)> CountAsync(CancellationToken cancellationToken)
    {
        var setAside = unit.Current.Outbox.Rows.LongCount(static item => item.SetAsideAt is not null);
        return Task.FromResult((unit.Current.Outbox.Count - setAside, setAside));
    }

    public Task<IReadOnlyList<OutboxRecord>> PageSetAsideAsync(long afterSequence, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OutboxRecord>>([.. unit.Current.Outbox.After(afterSequence).Where(static item => item.SetAsideAt is not null).Take(take)]);

    public Task<IReadOnlyList<OutboxRecord>> PageByKindAsync(string kind, long afterSequence, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OutboxRecord>>([.. unit.Current.Outbox.After(afterSequence).Where(item => string.Equals(item.Kind, kind, StringComparison.Ordinal)).Take(take)]);

    public Task<OutboxRecord?> FindAsync(Guid eventId, CancellationToken cancellationToken) =>
        Task.FromResult(unit.Current.Outbox.Rows.FirstOrDefault(item => item.EventId == eventId));

    public Task<IReadOnlyList<OutboxRecord>> FindByOrderKeyAsync(string orderKey, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(orderKey);
        return Task.FromResult<IReadOnlyList<OutboxRecord>>([.. unit.Current.Outbox.Rows.Where(item => string.Equals(item.OrderKey, orderKey, StringComparison.Ordinal))]);
    }
}
