namespace Dotdigital.Sdk.Integration.Storage.InMemory;

internal sealed class InMemoryJobStates(UnitState unit) : IJobStateRepository
{
    public Task<IReadOnlyList<JobStateRecord>> GetAllAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<JobStateRecord>>([.. unit.Current.JobStates.Rows]);

    public Task<JobStateRecord?> FindAsync(string job, CancellationToken cancellationToken) =>
        Task.FromResult(unit.Current.JobStates.TryGet(job, out var state) ? state : null);

    public Task SaveAsync(JobStateRecord state, CancellationToken cancellationToken) => unit.ChangeAsync(
        stored => stored with { JobStates = stored.JobStates.Set(state.Job, state) },
        cancellationToken);
}
