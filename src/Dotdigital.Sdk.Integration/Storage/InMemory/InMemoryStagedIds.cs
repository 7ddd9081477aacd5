namespace Dotdigital.Sdk.Integration.Storage.InMemory;

internal sealed class InMemoryStagedIds(UnitState unit) : IStagedIdRepository
{
    public Task SaveAsync(string step, int scope, IReadOnlyCollection<StagedId> ids, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { StagedIds = state.StagedIds.Set(ids.Select(id => (Step: step, Scope: scope, Staged: id)), static row => (row.Step, row.Scope, row.Staged.Id)) },
        cancellationToken);

    public Task<IReadOnlyList<StagedId>> FindAsync(string step, int scope, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StagedId>>([.. unit.Current.StagedIds.Find(ids.Select(id => (step, scope, id))).Select(static row => row.Staged)]);

    public Task<IReadOnlyList<StagedId>> PageAsync(string step, int scope, long after, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StagedId>>([.. After(unit.Current, step, scope, after).Take(take)]);

    public Task DeleteAsync(string step, int scope, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { StagedIds = state.StagedIds.Remove(ids.Select(id => (step, scope, id))) },
        cancellationToken);

    public Task ClearAsync(string step, int scope, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { StagedIds = state.StagedIds.Remove([.. All(state, step, scope).Select(staged => (step, scope, staged.Id))]) },
        cancellationToken);

    private static IEnumerable<StagedId> All(AccountState state, string step, int scope)
    {
        var first = state.StagedIds.TryGet((step, scope, long.MinValue), out var smallest) ? [smallest.Staged] : Array.Empty<StagedId>();
        return first.Concat(After(state, step, scope, long.MinValue));
    }

    private static IEnumerable<StagedId> After(AccountState state, string step, int scope, long after) =>
        state.StagedIds.After((step, scope, after))
            .TakeWhile(row => string.Equals(row.Step, step, StringComparison.Ordinal) && row.Scope == scope)
            .Select(static row => row.Staged);
}
