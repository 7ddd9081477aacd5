namespace Dotdigital.Sdk.Integration.Storage.InMemory;

internal sealed class InMemoryCampaignLinks(UnitState unit) : ICampaignLinkRepository
{
    public Task<IReadOnlyList<CampaignLinkRecord>> GetAllAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CampaignLinkRecord>>([.. unit.Current.CampaignLinks.Rows]);

    public Task<IReadOnlyList<CampaignLinkRecord>> FindAsync(IReadOnlyCollection<int> campaignIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CampaignLinkRecord>>([.. unit.Current.CampaignLinks.Find(campaignIds)]);

    public Task SaveAsync(IReadOnlyCollection<CampaignLinkRecord> links, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { CampaignLinks = state.CampaignLinks.Set(links, static link => link.CampaignId) },
        cancellationToken);

    public Task<IReadOnlyList<CampaignMergeRecord>> GetMergesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CampaignMergeRecord>>([.. unit.Current.CampaignMerges.Rows]);

    public Task SaveMergesAsync(IReadOnlyCollection<CampaignMergeRecord> merges, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { CampaignMerges = state.CampaignMerges.Set(merges, static merge => merge.FromId) },
        cancellationToken);
}
