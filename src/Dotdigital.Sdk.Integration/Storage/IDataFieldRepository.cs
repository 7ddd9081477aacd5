namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>Data fields of the unit's account.</summary>
public interface IDataFieldRepository
{
    /// <summary>All data fields, by name.</summary>
    Task<IReadOnlyList<DataFieldRecord>> GetAllAsync(CancellationToken cancellationToken);

    /// <summary>Inserts or replaces by name, ignoring case.</summary>
    Task SaveAsync(IReadOnlyCollection<DataFieldRecord> fields, CancellationToken cancellationToken);

    /// <summary>Deletes by name, ignoring case.</summary>
    Task DeleteAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken);
}
