namespace Dotdigital.Sdk.Integration.Storage.InMemory;

internal sealed class InMemoryBatches(UnitState unit) : IBatchRepository
{
    public Task<long> AllocateIdAsync(CancellationToken cancellationToken) => unit.AllocateAsync("batch", 1, cancellationToken);

    public Task<IReadOnlyList<BatchRecord>> GetAsync(IReadOnlyCollection<BatchState> states, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<BatchRecord>>([.. unit.Current.Batches.Rows.Where(batch => states.Count == 0 || states.Contains(batch.State))]);

    public Task<IReadOnlyList<BatchRecord>> PageLastAsync(long? belowId, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<BatchRecord>>([.. unit.Current.Batches.Rows.Reverse().Where(batch => belowId is null || batch.Id < belowId).Take(take)]);

    public Task<IReadOnlyDictionary<BatchState, long>> CountAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<BatchState, long>>(unit.Current.Batches.Rows.GroupBy(static batch => batch.State).ToDictionary(static group => group.Key, static group => group.LongCount()));

    public Task<BatchRecord?> FindAsync(long id, CancellationToken cancellationToken) =>
        Task.FromResult(unit.Current.Batches.TryGet(id, out var batch) ? batch : null);

    public Task<IReadOnlyList<BatchRecord>> FindAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<BatchRecord>>([.. unit.Current.Batches.Find(ids.Distinct())]);

    public Task SaveAsync(BatchRecord batch, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { Batches = state.Batches.Set(batch.Id, batch) },
        cancellationToken);

    public Task AddMembersAsync(long batchId, IReadOnlyCollection<BatchMemberRecord> members, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { BatchMembers = state.BatchMembers.Set(members.Select(member => (batchId, member)), KeyOf) },
        cancellationToken);

    public Task<IReadOnlyList<BatchMemberRecord>> PageMembersAsync(long batchId, long afterContactId, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<BatchMemberRecord>>([.. After(unit.Current, batchId, afterContactId).Take(take).Select(static row => row.Member)]);

    public Task<IReadOnlyList<BatchMemberRecord>> FindLostMembersAsync(IReadOnlyCollection<long> contactIds, CancellationToken cancellationToken) =>
        FindMembersAsync(contactIds, static state => state == BatchState.Lost);

    public Task<IReadOnlyList<BatchMemberRecord>> FindTravellingMembersAsync(IReadOnlyCollection<long> contactIds, CancellationToken cancellationToken) =>
        FindMembersAsync(contactIds, static state => state is not (BatchState.Settled or BatchState.Refused));

    private Task<IReadOnlyList<BatchMemberRecord>> FindMembersAsync(IReadOnlyCollection<long> contactIds, Func<BatchState, bool> isWanted)
    {
        var state = unit.Current;
        return Task.FromResult<IReadOnlyList<BatchMemberRecord>>(
            [
                .. state.Batches.Rows
                    .Where(batch => isWanted(batch.State))
                    .SelectMany(batch => state.BatchMembers.Find(contactIds.Select(contact => (batch.Id, contact))))
                    .Select(static row => row.Member),
            ]);
    }

    public Task DeleteMembersAsync(long batchId, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => WithoutMembers(state, batchId),
        cancellationToken);

    public Task<IReadOnlyList<BatchMembership>> FindMembersAsync(IReadOnlyCollection<long> contactIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<BatchMembership>>(
            [.. unit.Current.BatchMembers.Rows.Where(row => contactIds.Contains(row.Member.ContactId)).Select(static row => new BatchMembership(row.Batch, row.Member))]);

    public Task DeleteMembersAsync(long batchId, IReadOnlyCollection<long> contactIds, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { BatchMembers = state.BatchMembers.Remove(contactIds.Select(contact => (batchId, contact))) },
        cancellationToken);

    public async Task<int> DeleteEndedAsync(DateTimeOffset before, int take, CancellationToken cancellationToken)
    {
        var ended = new List<long>();
        await unit.ChangeAsync(
            state =>
            {
                ended.AddRange(state.Batches.Rows
                    .Where(batch => batch.State is BatchState.Settled or BatchState.Refused or BatchState.Lost && (batch.SettledAt ?? batch.CreatedAt) < before)
                    .Select(static batch => batch.Id)
                    .Take(take));
                var cleared = ended.Aggregate(state, WithoutMembers);
                return cleared with { Batches = cleared.Batches.Remove(ended) };
            },
            cancellationToken).ConfigureAwait(false);
        return ended.Count;
    }

    private static (long Batch, long Contact) KeyOf((long Batch, BatchMemberRecord Member) row) => (row.Batch, row.Member.ContactId);

    private static IEnumerable<(long Batch, BatchMemberRecord Member)> After(AccountState state, long batchId, long afterContactId) =>
        state.BatchMembers.After((batchId, afterContactId)).TakeWhile(row => row.Batch == batchId);

    private static AccountState WithoutMembers(AccountState state, long batchId) => state with
    {
        BatchMembers = state.BatchMembers.Remove([.. After(state, batchId, long.MinValue).Select(KeyOf)]),
    };
}
