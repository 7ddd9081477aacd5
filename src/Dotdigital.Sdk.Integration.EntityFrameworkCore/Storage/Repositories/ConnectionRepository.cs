using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Repositories;

internal sealed class ConnectionRepository(UnitScope unit) : IConnectionRepository
{
    public async Task<IReadOnlyList<ConnectionRecord>> GetAllAsync(CancellationToken cancellationToken)
    {
        var rows = await unit.Db.Connections
            .Where(row => row.AccountId == unit.Account)
            .OrderBy(row => row.Id)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public async Task<ConnectionRecord> SaveAsync(ConnectionRecord connection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (connection.Id == 0)
        {
            connection = connection with { Id = checked((int)await unit.AllocateAsync("connection", 1, cancellationToken).ConfigureAwait(false)) };
        }

        await unit.WriteAsync([ConnectionRow.From(unit.Account, connection)], OnConflict.Replace, cancellationToken).ConfigureAwait(false);
        return connection;
    }
}
