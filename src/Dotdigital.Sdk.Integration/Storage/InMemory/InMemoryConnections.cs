namespace Dotdigital.Sdk.Integration.Storage.InMemory;

internal sealed class InMemoryConnections(UnitState unit) : IConnectionRepository
{
    public Task<IReadOnlyList<ConnectionRecord>> GetAllAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ConnectionRecord>>([.. unit.Current.Connections.Rows]);

    public async Task<ConnectionRecord> SaveAsync(ConnectionRecord connection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (connection.Id == 0)
        {
            connection = connection with { Id = checked((int)await unit.AllocateAsync("connection", 1, cancellationToken).ConfigureAwait(false)) };
        }

        await unit.ChangeAsync(state => state with { Connections = state.Connections.Set(connection.Id, connection) }, cancellationToken).ConfigureAwait(false);
        return connection;
    }
}
