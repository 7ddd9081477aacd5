using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Repositories;

internal sealed class CampaignLinkRepository(UnitScope unit) : ICampaignLinkRepository
{
    public Task<IReadOnlyList<CampaignLinkRecord>> GetAllAsync(CancellationToken cancellationToken) =>
        ReadAsync(unit.Db.CampaignLinks.Where(row => row.AccountId == unit.Account).OrderBy(static row => row.CampaignId), cancellationToken);

    public Task<IReadOnlyList<CampaignLinkRecord>> FindAsync(IReadOnlyCollection<int> campaignIds, CancellationToken cancellationToken) =>
        ReadAsync(unit.Db.CampaignLinks.Where(row => row.AccountId == unit.Account && EF.Parameter(campaignIds).Contains(row.CampaignId)), cancellationToken);

    public Task SaveAsync(IReadOnlyCollection<CampaignLinkRecord> links, CancellationToken cancellationToken) =>
        unit.WriteAsync([.. links.Select(link => CampaignLinkRow.From(unit.Account, link))], OnConflict.Replace, cancellationToken);

    public async Task<IReadOnlyList<CampaignMergeRecord>> GetMergesAsync(CancellationToken cancellationToken)
    {
        var rows = await unit.Db.CampaignMerges
            .Where(row => row.AccountId == unit.Account)
            .OrderBy(static row => row.FromId)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public Task SaveMergesAsync(IReadOnlyCollection<CampaignMergeRecord> merges, CancellationToken cancellationToken) =>
        unit.WriteAsync([.. merges.Select(merge => CampaignMergeRow.From(unit.Account, merge))], OnConflict.Replace, cancellationToken);

    private static async Task<IReadOnlyList<CampaignLinkRecord>> ReadAsync(IQueryable<CampaignLinkRow> query, CancellationToken cancellationToken)
    {
        var rows = await query.ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }
}
