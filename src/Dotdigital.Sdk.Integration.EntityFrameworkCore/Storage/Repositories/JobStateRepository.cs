using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Repositories;

internal sealed class JobStateRepository(UnitScope unit) : IJobStateRepository
{
    public async Task<IReadOnlyList<JobStateRecord>> GetAllAsync(CancellationToken cancellationToken)
    {
        var rows = await unit.Db.JobStates
            .Where(row => row.AccountId == unit.Account)
            .OrderBy(static row => row.Job)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public async Task<JobStateRecord?> FindAsync(string job, CancellationToken cancellationToken)
    {
        var row = await unit.Db.JobStates.SingleOrDefaultAsync(row => row.AccountId == unit.Account && row.Job == job, cancellationToken).ConfigureAwait(false);
        return row?.ToRecord();
    }

    public Task SaveAsync(JobStateRecord state, CancellationToken cancellationToken) =>
        unit.WriteAsync([JobStateRow.From(unit.Account, state)], OnConflict.Replace, cancellationToken);
}
