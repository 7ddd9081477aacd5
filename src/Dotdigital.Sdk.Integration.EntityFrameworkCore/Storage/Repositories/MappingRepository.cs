using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Repositories;

internal sealed class MappingRepository(UnitScope unit) : IMappingRepository
{
    public const string Series = "mapping";

    public async Task<IReadOnlyList<MappingRecord>> GetAllAsync(CancellationToken cancellationToken)
    {
        var rows = await unit.Db.Mappings
            .Where(row => row.AccountId == unit.Account)
            .OrderBy(static row => row.Entity)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public Task<long> GetVersionAsync(CancellationToken cancellationToken) => unit.Db.Set<CounterRow>()
        .Where(row => row.AccountId == unit.Account && row.Name == Series)
        .Select(static row => row.Last)
        .SingleOrDefaultAsync(cancellationToken);

    public async Task<MappingRecord> SaveAsync(MappingRecord mapping, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        var saved = mapping with { Version = await unit.AllocateAsync(Series, 1, cancellationToken).ConfigureAwait(false) };
        await unit.WriteAsync([StoredMappingRow.From(unit.Account, saved)], OnConflict.Replace, cancellationToken).ConfigureAwait(false);
        return saved;
    }

    public async Task DeleteAsync(IReadOnlyCollection<string> entities, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        if (entities.Count == 0)
        {
            return;
        }

        await unit.AllocateAsync(Series, 1, cancellationToken).ConfigureAwait(false);
        await db.Mappings
            .Where(row => row.AccountId == unit.Account && EF.Parameter(entities).Contains(row.Entity))
            .ExecuteDeleteAsync(cancellationToken)
            .ConfigureAwait(false);
    }
}
