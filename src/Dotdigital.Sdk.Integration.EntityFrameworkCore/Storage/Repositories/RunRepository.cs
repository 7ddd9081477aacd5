using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Repositories;

/// <summary>The last runs. There are so few of an account that no index beside the key is worth its writes.</summary>
internal sealed class RunRepository(UnitScope unit) : IRunRepository
{
    public async Task<RunRecord?> FindAsync(long id, CancellationToken cancellationToken) =>
        (await unit.Db.Runs.SingleOrDefaultAsync(row => row.AccountId == unit.Account && row.Id == id, cancellationToken).ConfigureAwait(false))?.ToRecord();

    public async Task<IReadOnlyList<RunRecord>> GetLastAsync(string? job, int take, CancellationToken cancellationToken)
    {
        var rows = await Last(unit.Db, job).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public Task SaveAsync(RunRecord run, CancellationToken cancellationToken) => unit.WriteAsync([RunRow.From(unit.Account, run)], OnConflict.Replace, cancellationToken);

    public async Task KeepLastAsync(string job, int count, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        var last = await Last(db, job).Skip(count).Select(static row => (long?)row.Id).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (last is { } id)
        {
            await db.Runs.Where(row => row.AccountId == unit.Account && row.Job == job && row.Id <= id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private IQueryable<RunRow> Last(DotdigitalDbContext db, string? job)
    {
        var runs = db.Runs.Where(row => row.AccountId == unit.Account);
        return (job is null ? runs : runs.Where(row => row.Job == job)).OrderByDescending(static row => row.Id);
    }
}
