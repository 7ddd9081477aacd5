namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>Activities and marketing activities of the unit's account. Collections given are at most some thousands.</summary>
public interface IActivityRepository
{
    /// <summary>The activities of a campaign for these contacts (Dotdigital's ids), in no order.</summary>
    Task<IReadOnlyList<ActivityRecord>> FindAsync(int campaignId, IReadOnlyCollection<long> remoteContactIds, CancellationToken cancellationToken);

    /// <summary>Activities of a campaign by remote contact id after <paramref name="afterRemoteContactId"/>.</summary>
    Task<IReadOnlyList<ActivityRecord>> PageAsync(int campaignId, long afterRemoteContactId, int take, CancellationToken cancellationToken);

    /// <summary>Activities whose contact is not known here, by campaign and remote contact id, at most <paramref name="take"/>, whose contact has become known meanwhile, with <see cref="ActivityRecord.ContactId"/> filled in (rule IM-9: parked and retried).</summary>
    Task<IReadOnlyList<ActivityRecord>> FindUnparkableAsync(int take, CancellationToken cancellationToken);

    /// <summary>Inserts or replaces by key.</summary>
    Task SaveAsync(IReadOnlyCollection<ActivityRecord> activities, CancellationToken cancellationToken);

    /// <summary>Inserts those that are not there yet; on those that are, fills in an item and connection that were not known.</summary>
    /// <returns>How many were new.</returns>
    Task<int> AddMarketingAsync(IReadOnlyCollection<MarketingActivityRecord> activities, CancellationToken cancellationToken);

    /// <summary>Gives all marketing activities of a campaign's contacts their items, in place of any that they had, in a constant number of statements; those that change get new sequences.</summary>
    Task AssignItemsAsync(int campaignId, IReadOnlyCollection<ActivityItem> items, CancellationToken cancellationToken);

    /// <summary>Marketing activities of a campaign by key order, skipping <paramref name="skip"/>.</summary>
    Task<IReadOnlyList<MarketingActivityRecord>> PageMarketingAsync(int campaignId, int skip, int take, CancellationToken cancellationToken);

    /// <summary>Statistics per item of a campaign, by connection and item, skipping <paramref name="skip"/> (rule IM-11).</summary>
    Task<IReadOnlyList<EmailStatisticsRecord>> PageStatisticsAsync(int campaignId, int skip, int take, CancellationToken cancellationToken);

    /// <summary>How many marketing activities of each kind a campaign has.</summary>
    Task<IReadOnlyDictionary<MarketingActivityKind, long>> CountMarketingAsync(int campaignId, CancellationToken cancellationToken);

    /// <summary>The same by day (UTC), by day and kind; days without any are left out.</summary>
    Task<IReadOnlyList<DailyActivityCount>> CountMarketingByDayAsync(int campaignId, CancellationToken cancellationToken);

    /// <summary>The links of a campaign that were clicked most, most first, then by address, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<LinkClickCount>> CountClicksByLinkAsync(int campaignId, int take, CancellationToken cancellationToken);

    /// <summary>
    /// Marketing activities stored, or given an item, after <paramref name="afterSequence"/>, by sequence, which no two share: at most
    /// <paramref name="take"/> of them.
    /// </summary>
    Task<IReadOnlyList<SequencedActivity>> PageMarketingSinceAsync(long afterSequence, int take, CancellationToken cancellationToken);

    /// <summary>All activities of these contacts, found by the engine's or by Dotdigital's ids, in no order. Meant for single people: it may look at every row.</summary>
    Task<IReadOnlyList<ActivityRecord>> FindByContactAsync(IReadOnlyCollection<long> contactIds, IReadOnlyCollection<long> remoteContactIds, CancellationToken cancellationToken);

    /// <summary>All marketing activities of these contacts (Dotdigital's ids), in no order. Meant for single people.</summary>
    Task<IReadOnlyList<MarketingActivityRecord>> FindMarketingByContactAsync(IReadOnlyCollection<long> remoteContactIds, CancellationToken cancellationToken);

    /// <summary>What these contacts (Dotdigital's ids) did with these campaigns, in no order: an indexed look-up a campaign, in one statement.</summary>
    Task<IReadOnlyList<ActivityRecord>> FindAsync(IReadOnlyCollection<int> campaignIds, IReadOnlyCollection<long> remoteContactIds, CancellationToken cancellationToken);

    /// <summary>Deletes the activities and marketing activities of these contacts (Dotdigital's ids). Meant for single people.</summary>
    Task DeleteByContactAsync(IReadOnlyCollection<long> remoteContactIds, CancellationToken cancellationToken);
}
