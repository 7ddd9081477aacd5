using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Repositories;

internal sealed class ForgottenRepository(UnitScope unit) : IForgottenRepository
{
    public Task<string?> FindKeyAsync(CancellationToken cancellationToken) =>
        unit.Db.ForgottenKeys.Where(row => row.AccountId == unit.Account).Select(static row => (string?)row.Value).SingleOrDefaultAsync(cancellationToken);

    public Task AddKeyAsync(string key, CancellationToken cancellationToken) =>
        unit.WriteAsync([new ForgottenKeyRow { AccountId = unit.Account, Value = key }], OnConflict.Fail, cancellationToken);

    public Task<IReadOnlyList<ForgottenRecord>> FindAsync(IReadOnlyCollection<string> hashes, CancellationToken cancellationToken) =>
        ReadAsync(unit.Db.Forgotten.Where(row => row.AccountId == unit.Account && EF.Parameter(hashes).Contains(row.Hash)), cancellationToken);

    public Task<IReadOnlyList<ForgottenRecord>> GetPendingAsync(int take, CancellationToken cancellationToken) =>
        ReadAsync(unit.Db.Forgotten.Where(row => row.AccountId == unit.Account && row.Pending != null).OrderBy(static row => row.Hash).Take(take), cancellationToken);

    public Task SaveAsync(IReadOnlyCollection<ForgottenRecord> people, CancellationToken cancellationToken) =>
        unit.WriteAsync([.. people.Select(person => ForgottenRow.From(unit.Account, person))], OnConflict.Replace, cancellationToken);

    public async Task DeleteAsync(IReadOnlyCollection<string> hashes, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await db.Forgotten
            .Where(row => row.AccountId == unit.Account && EF.Parameter(hashes).Contains(row.Hash))
            .ExecuteDeleteAsync(cancellationToken)
            .ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<ForgottenRecord>> ReadAsync(IQueryable<ForgottenRow> query, CancellationToken cancellationToken)
    {
        var rows = await query.ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }
}
