using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Repositories;

internal sealed class WatermarkRepository(UnitScope unit) : IWatermarkRepository
{
    public async Task<WatermarkRecord> GetAsync(string step, int scope, CancellationToken cancellationToken)
    {
        var row = await unit.Db.Watermarks
            .SingleOrDefaultAsync(row => row.AccountId == unit.Account && row.Step == step && row.Scope == scope, cancellationToken)
            .ConfigureAwait(false);
        return row?.ToRecord() ?? new WatermarkRecord { Step = step, Scope = scope };
    }

    public Task SaveAsync(WatermarkRecord watermark, CancellationToken cancellationToken) =>
        unit.WriteAsync([WatermarkRow.From(unit.Account, watermark)], OnConflict.Replace, cancellationToken);

    public async Task DeleteAsync(string step, int scope, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await db.Watermarks
            .Where(row => row.AccountId == unit.Account && row.Step == step && row.Scope == scope)
            .ExecuteDeleteAsync(cancellationToken)
            .ConfigureAwait(false);
    }
}
