namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>Connections of the unit's account, ended ones included.</summary>
public interface IConnectionRepository
{
    /// <summary>All connections, by id.</summary>
    Task<IReadOnlyList<ConnectionRecord>> GetAllAsync(CancellationToken cancellationToken);

    /// <summary>Inserts (id 0: the next id is given) or replaces by id.</summary>
    /// <returns>The record with its id.</returns>
    Task<ConnectionRecord> SaveAsync(ConnectionRecord connection, CancellationToken cancellationToken);
}
