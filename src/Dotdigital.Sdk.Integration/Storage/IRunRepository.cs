namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>The last runs of the unit's account, and the one under way.</summary>
public interface IRunRepository
{
    /// <summary>One run, or null.</summary>
    Task<RunRecord?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>The last runs, by id from the highest, at most <paramref name="take"/>; of one job, or of all for null.</summary>
    Task<IReadOnlyList<RunRecord>> GetLastAsync(string? job, int take, CancellationToken cancellationToken);

    /// <summary>Inserts or replaces by id.</summary>
    Task SaveAsync(RunRecord run, CancellationToken cancellationToken);

    /// <summary>Deletes the runs of a job but the last <paramref name="count"/> by id.</summary>
    Task KeepLastAsync(string job, int count, CancellationToken cancellationToken);
}
