using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Repositories;

internal sealed class CampaignRepository(UnitScope unit) : ICampaignRepository
{
    public async Task<IReadOnlyList<CampaignRecord>> GetAllAsync(CancellationToken cancellationToken)
    {
        var rows = await unit.Db.Campaigns
            .Where(row => row.AccountId == unit.Account)
            .OrderBy(static row => row.Id)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public Task SaveAsync(IReadOnlyCollection<CampaignRecord> campaigns, CancellationToken cancellationToken) =>
        unit.WriteAsync([.. campaigns.Select(campaign => CampaignRow.From(unit.Account, campaign))], OnConflict.Replace, cancellationToken);
}
