namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>The host's answers about campaigns and its merges of marketing campaigns, of the unit's account. Few (at most some thousands), so they are read whole.</summary>
public interface ICampaignLinkRepository
{
    /// <summary>All answers, by campaign.</summary>
    Task<IReadOnlyList<CampaignLinkRecord>> GetAllAsync(CancellationToken cancellationToken);

    /// <summary>The answers about these campaigns that exist, in no order.</summary>
    Task<IReadOnlyList<CampaignLinkRecord>> FindAsync(IReadOnlyCollection<int> campaignIds, CancellationToken cancellationToken);

    /// <summary>Inserts or replaces by campaign.</summary>
    Task SaveAsync(IReadOnlyCollection<CampaignLinkRecord> links, CancellationToken cancellationToken);

    /// <summary>All merges, by the id that was merged.</summary>
    Task<IReadOnlyList<CampaignMergeRecord>> GetMergesAsync(CancellationToken cancellationToken);

    /// <summary>Inserts or replaces by the id that was merged.</summary>
    Task SaveMergesAsync(IReadOnlyCollection<CampaignMergeRecord> merges, CancellationToken cancellationToken);
}
