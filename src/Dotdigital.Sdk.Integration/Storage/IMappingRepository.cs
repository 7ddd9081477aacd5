namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>Stored mappings of the unit's account.</summary>
public interface IMappingRepository
{
    /// <summary>All stored mappings, by entity.</summary>
    Task<IReadOnlyList<MappingRecord>> GetAllAsync(CancellationToken cancellationToken);

    /// <summary>A number that rises with every save and every deletion of the account; 0 when there never was one (rule MP-9).</summary>
    Task<long> GetVersionAsync(CancellationToken cancellationToken);

    /// <summary>Inserts or replaces by entity.</summary>
    /// <returns>The mapping with its new <see cref="MappingRecord.Version"/>.</returns>
    Task<MappingRecord> SaveAsync(MappingRecord mapping, CancellationToken cancellationToken);

    /// <summary>Deletes by entity; a missing one is no error. No entity at all only takes the turn to write.</summary>
    Task DeleteAsync(IReadOnlyCollection<string> entities, CancellationToken cancellationToken);
}
