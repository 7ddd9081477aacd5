namespace Dotdigital.Sdk.Integration.Storage.InMemory;

internal sealed class InMemoryCampaigns(UnitState unit) : ICampaignRepository
{
    public Task<IReadOnlyList<CampaignRecord>> GetAllAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CampaignRecord>>([.. unit.Current.Campaigns.Rows]);

    public Task SaveAsync(IReadOnlyCollection<CampaignRecord> campaigns, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with
        {
            Campaigns = state.Campaigns.Set(campaigns.Select(static campaign => campaign with { AddressBookIds = [.. campaign.AddressBookIds] }), static campaign => campaign.Id),
        },
        cancellationToken);
}
