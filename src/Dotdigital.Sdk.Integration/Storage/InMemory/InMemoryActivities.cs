namespace Dotdigital.Sdk.Integration.Storage.InMemory;

internal sealed class InMemoryActivities(UnitState unit) : IActivityRepository
{
    public Task<IReadOnlyList<ActivityRecord>> FindAsync(int campaignId, IReadOnlyCollection<long> remoteContactIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ActivityRecord>>([.. unit.Current.Activities.Find(remoteContactIds.Select(contact => (campaignId, contact)))]);

    public Task<IReadOnlyList<ActivityRecord>> PageAsync(int campaignId, long afterRemoteContactId, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ActivityRecord>>([.. Of(campaignId, afterRemoteContactId).Take(take)]);

    public Task<IReadOnlyList<ActivityRecord>> FindUnparkableAsync(int take, CancellationToken cancellationToken)
    {
        var state = unit.Current;
        return Task.FromResult<IReadOnlyList<ActivityRecord>>(
            [
                .. state.Activities.Rows
                    .Where(activity => activity.ContactId is null && state.ContactsByRemoteId.ContainsKey(activity.RemoteContactId))
                    .Take(take)
                    .Select(activity => activity with { ContactId = state.ContactsByRemoteId[activity.RemoteContactId] }),
            ]);
    }

    public Task SaveAsync(IReadOnlyCollection<ActivityRecord> activities, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { Activities = state.Activities.Set(activities, static activity => (activity.CampaignId, activity.RemoteContactId)) },
        cancellationToken);

    public async Task<int> AddMarketingAsync(IReadOnlyCollection<MarketingActivityRecord> activities, CancellationToken cancellationToken)
    {
        var added = 0;
        await unit.ChangeAsync(
            state =>
            {
                var table = state.MarketingActivities;
                var before = table.Count;
                foreach (var activity in activities)
                {
                    var isKnown = table.TryGet(activity, out var stored);
                    if (!isKnown || (activity.ItemId is not null && stored.ItemId is null))
                    {
                        table = table.Set(activity, isKnown ? stored with { ConnectionId = stored.ConnectionId ?? activity.ConnectionId, ItemId = activity.ItemId } : activity);
                    }
                }

                added = table.Count - before;
                return state with { MarketingActivities = table };
            },
            cancellationToken).ConfigureAwait(false);
        return added;
    }

    public Task AssignItemAsync(int campaignId, long remoteContactId, int connectionId, string itemId, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with
        {
            MarketingActivities = state.MarketingActivities.Set(
                [
                    .. MarketingOf(state, campaignId)
                        .Where(activity => activity.RemoteContactId == remoteContactId)
                        .Select(activity => activity with { ConnectionId = connectionId, ItemId = itemId }),
                ],
                static activity => activity),
        },
        cancellationToken);

    public Task<IReadOnlyList<MarketingActivityRecord>> PageMarketingAsync(int campaignId, int skip, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MarketingActivityRecord>>([.. MarketingOf(unit.Current, campaignId).Skip(skip).Take(take)]);

    public Task<IReadOnlyList<EmailStatisticsRecord>> PageStatisticsAsync(int campaignId, int skip, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<EmailStatisticsRecord>>(
            [
                .. Of(campaignId, long.MinValue)
                    .Where(static activity => activity is { ConnectionId: not null, ItemId: not null })
                    .GroupBy(static activity => (Connection: activity.ConnectionId!.Value, Item: activity.ItemId!))
                    .OrderBy(static group => group.Key, Keys.ByConnectionThenItem)
                    .Skip(skip)
                    .Take(take)
                    .Select(group => new EmailStatisticsRecord(
                        campaignId,
                        group.Key.Connection,
                        group.Key.Item,
                        group.Sum(static activity => (long)activity.Opens),
                        group.Sum(static activity => (long)activity.Clicks),
                        group.Sum(static activity => (activity.IsSoftBounced ? 1L : 0L) + (activity.IsHardBounced ? 1L : 0L)),
                        group.Sum(static activity => activity.IsUnsubscribed ? 1L : 0L),
                        group.Max(static activity => activity.SentAt))),
            ]);

    public Task<IReadOnlyDictionary<MarketingActivityKind, long>> CountMarketingAsync(int campaignId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<MarketingActivityKind, long>>(
            MarketingOf(unit.Current, campaignId).GroupBy(static activity => activity.Kind).ToDictionary(static group => group.Key, static group => group.LongCount()));

    private static IEnumerable<MarketingActivityRecord> MarketingOf(AccountState state, int campaignId) =>
        state.MarketingActivities
            .After(new MarketingActivityRecord { CampaignId = campaignId, RemoteContactId = long.MinValue, Kind = MarketingActivityKind.Send, At = DateTimeOffset.MinValue })
            .TakeWhile(activity => activity.CampaignId == campaignId);

    private IEnumerable<ActivityRecord> Of(int campaignId, long afterRemoteContactId) =>
        unit.Current.Activities.After((campaignId, afterRemoteContactId)).TakeWhile(activity => activity.CampaignId == campaignId);
}
