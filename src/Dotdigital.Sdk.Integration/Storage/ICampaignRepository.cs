namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>Campaigns of the unit's account.</summary>
public interface ICampaignRepository
{
    /// <summary>All campaigns, deleted ones included, by id.</summary>
    Task<IReadOnlyList<CampaignRecord>> GetAllAsync(CancellationToken cancellationToken);

    /// <summary>Inserts or replaces by id.</summary>
    Task SaveAsync(IReadOnlyCollection<CampaignRecord> campaigns, CancellationToken cancellationToken);
}
