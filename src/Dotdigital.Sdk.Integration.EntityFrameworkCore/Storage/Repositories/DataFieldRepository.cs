using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Repositories;

internal sealed class DataFieldRepository(UnitScope unit) : IDataFieldRepository
{
    public async Task<IReadOnlyList<DataFieldRecord>> GetAllAsync(CancellationToken cancellationToken)
    {
        var rows = await unit.Db.DataFields
            .Where(row => row.AccountId == unit.Account)
            .OrderBy(static row => row.Key)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public Task SaveAsync(IReadOnlyCollection<DataFieldRecord> fields, CancellationToken cancellationToken) =>
        unit.WriteAsync([.. fields.Select(field => DataFieldRow.From(unit.Account, field))], OnConflict.Replace, cancellationToken);

    public async Task DeleteAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        var keys = names.Select(static name => name.ToUpperInvariant()).ToList();
        await db.DataFields
            .Where(row => row.AccountId == unit.Account && EF.Parameter(keys).Contains(row.Key))
            .ExecuteDeleteAsync(cancellationToken)
            .ConfigureAwait(false);
    }
}
