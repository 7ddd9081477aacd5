using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Repositories;

internal sealed class StagedIdRepository(UnitScope unit) : IStagedIdRepository
{
    public Task SaveAsync(string step, int scope, IReadOnlyCollection<StagedId> ids, CancellationToken cancellationToken) =>
        unit.WriteAsync([.. ids.Select(id => StagedIdRow.From(unit.Account, step, scope, id))], OnConflict.Replace, cancellationToken);

    public async Task<IReadOnlyList<StagedId>> FindAsync(string step, int scope, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        await Staged(unit.Db, step, scope)
            .Where(row => EF.Parameter(ids).Contains(row.Id))
            .Select(static row => new StagedId(row.Id, row.Value))
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);

    public async Task<IReadOnlyList<StagedId>> PageAsync(string step, int scope, long after, int take, CancellationToken cancellationToken) =>
        await Staged(unit.Db, step, scope)
            .Where(row => row.Id > after)
            .OrderBy(static row => row.Id)
            .Take(take)
            .Select(static row => new StagedId(row.Id, row.Value))
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);

    public async Task DeleteAsync(string step, int scope, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await Staged(db, step, scope).Where(row => EF.Parameter(ids).Contains(row.Id)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task ClearAsync(string step, int scope, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await Staged(db, step, scope).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    private IQueryable<StagedIdRow> Staged(DotdigitalDbContext db, string step, int scope) =>
        db.StagedIds.Where(row => row.AccountId == unit.Account && row.Step == step && row.Scope == scope);
}
