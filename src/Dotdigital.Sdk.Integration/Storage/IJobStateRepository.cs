namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>How the jobs of the unit's account last went.</summary>
public interface IJobStateRepository
{
    /// <summary>All jobs that ever ended, by name.</summary>
    Task<IReadOnlyList<JobStateRecord>> GetAllAsync(CancellationToken cancellationToken);

    /// <summary>How a job last went, or null when it never ended.</summary>
    Task<JobStateRecord?> FindAsync(string job, CancellationToken cancellationToken);

    /// <summary>Inserts or replaces by job.</summary>
    Task SaveAsync(JobStateRecord state, CancellationToken cancellationToken);
}
