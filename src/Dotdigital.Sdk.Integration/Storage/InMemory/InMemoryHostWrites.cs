namespace Dotdigital.Sdk.Integration.Storage.InMemory;

internal sealed class InMemoryHostWrites(UnitState unit) : IHostWriteRepository
{
    public Task<IReadOnlyList<HostWriteRecord>> FindAsync(IReadOnlyCollection<long> contactIds, CancellationToken cancellationToken)
    {
        var wanted = contactIds.ToHashSet();
        return Task.FromResult<IReadOnlyList<HostWriteRecord>>([.. unit.Current.HostWrites.Rows.Where(write => wanted.Contains(write.ContactId))]);
    }

    public Task<IReadOnlyList<HostWriteRecord>> PageDueAsync(
        int connectionId, bool isCreation, DateTimeOffset now, long afterContactId, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<HostWriteRecord>>(
            [
                .. unit.Current.HostWrites.After((connectionId, afterContactId))
                    .TakeWhile(write => write.ConnectionId == connectionId)
                    .Where(write => write.IsCreation == isCreation && !(write.NextAttemptAt > now))
                    .Take(take),
            ]);

    public Task SaveAsync(IReadOnlyCollection<HostWriteRecord> writes, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { HostWrites = state.HostWrites.Set(writes, KeyOf) },
        cancellationToken);

    public Task AddAsync(IReadOnlyCollection<HostWriteRecord> writes, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { HostWrites = state.HostWrites.Set([.. writes.Where(write => !state.HostWrites.Contains(KeyOf(write)))], KeyOf) },
        cancellationToken);

    public Task DeleteAsync(int connectionId, IReadOnlyCollection<long> contactIds, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { HostWrites = state.HostWrites.Remove([.. contactIds.Select(contact => (connectionId, contact))]) },
        cancellationToken);

    public Task DeleteAllAsync(int connectionId, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { HostWrites = state.HostWrites.Remove([.. state.HostWrites.Rows.Where(write => write.ConnectionId == connectionId).Select(KeyOf)]) },
        cancellationToken);

    public Task<(long Waiting, long Refused)> CountAsync(int connectionId, CancellationToken cancellationToken)
    {
        var writes = unit.Current.HostWrites.Rows.Where(write => write.ConnectionId == connectionId).ToList();
        return Task.FromResult(((long)writes.Count, writes.LongCount(static write => write.Attempts > 0)));
    }

    public Task<IReadOnlyDictionary<int, (long Waiting, long Refused)>> CountAsync(IReadOnlyCollection<int> connectionIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<int, (long Waiting, long Refused)>>(
            unit.Current.HostWrites.Rows
                .Where(write => connectionIds.Contains(write.ConnectionId))
                .GroupBy(static write => write.ConnectionId)
                .ToDictionary(static group => group.Key, static group => (group.LongCount(), group.LongCount(static write => write.Attempts > 0))));

    private static (int Connection, long Contact) KeyOf(HostWriteRecord write) => (write.ConnectionId, write.ContactId);
}
