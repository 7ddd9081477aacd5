namespace Dotdigital.Sdk.Integration.Storage.InMemory;

internal sealed class InMemoryRuns(UnitState unit) : IRunRepository
{
    public Task<RunRecord?> FindAsync(long id, CancellationToken cancellationToken) => Task.FromResult(unit.Current.Runs.TryGet(id, out var run) ? run : null);

    public Task<IReadOnlyList<RunRecord>> GetLastAsync(string? job, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RunRecord>>([.. Last(unit.Current, job).Take(take)]);

    public Task SaveAsync(RunRecord run, CancellationToken cancellationToken) => unit.ChangeAsync(state => state with { Runs = state.Runs.Set(run.Id, run) }, cancellationToken);

    public Task KeepLastAsync(string job, int count, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { Runs = state.Runs.Remove(Last(state, job).Skip(count).Select(static run => run.Id).ToList()) },
        cancellationToken);

    private static IEnumerable<RunRecord> Last(AccountState state, string? job) =>
        state.Runs.Rows.Reverse().Where(run => job is null || string.Equals(run.Job, job, StringComparison.Ordinal));
}
