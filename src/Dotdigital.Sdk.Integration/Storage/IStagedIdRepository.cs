namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>
/// The scratch table of reads that are cut into slices (rule W-2): what one slice has to know of those before it, by number. Keyed by step + scope + id;
/// a step clears its scope when its read ends. Collections given are at most some thousands.
/// </summary>
public interface IStagedIdRepository
{
    /// <summary>Inserts or replaces by key.</summary>
    Task SaveAsync(string step, int scope, IReadOnlyCollection<StagedId> ids, CancellationToken cancellationToken);

    /// <summary>Those of the ids that are staged, in no order.</summary>
    Task<IReadOnlyList<StagedId>> FindAsync(string step, int scope, IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>Staged ids, by id after <paramref name="after"/>, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<StagedId>> PageAsync(string step, int scope, long after, int take, CancellationToken cancellationToken);

    /// <summary>Forgets ids; a missing one is no error.</summary>
    Task DeleteAsync(string step, int scope, IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>Forgets all of a scope.</summary>
    Task ClearAsync(string step, int scope, CancellationToken cancellationToken);
}
