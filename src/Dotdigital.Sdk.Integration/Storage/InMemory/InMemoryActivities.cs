namespace Dotdigital.Sdk.Integration.Storage.InMemory;

internal sealed class InMemoryActivities(UnitState unit) : IActivityRepository
{
    public Task<IReadOnlyList<ActivityRecord>> FindAsync(int campaignId, IReadOnlyCollection<long> remoteContactIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ActivityRecord>>([.. unit.Current.Activities.Find(remoteContactIds.Select(contact => (campaignId, contact)))]);

    public Task<IReadOnlyList<ActivityRecord>> FindAsync(IReadOnlyCollection<int> campaignIds, IReadOnlyCollection<long> remoteContactIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ActivityRecord>>([.. unit.Current.Activities.Find(campaignIds.Distinct().SelectMany(campaign => remoteContactIds.Distinct().Select(contact => (campaign, contact))))]);

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
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Count == 0)
        {
            return 0;
        }

        var added = 0;
        var sequence = await unit.AllocateAsync(InMemoryMarketingActivities.Series, activities.Count, cancellationToken).ConfigureAwait(false);
        await unit.ChangeAsync(
            state =>
            {
                var before = state.MarketingActivities.Count;
                foreach (var activity in activities)
                {
                    var isKnown = state.MarketingActivities.TryGet(activity, out var stored);
                    if (!isKnown || (activity.ItemId is not null && stored.Activity.ItemId is null))
                    {
                        var row = isKnown ? stored.Activity with { ConnectionId = stored.Activity.ConnectionId ?? activity.ConnectionId, ItemId = activity.ItemId } : activity;
                        state = InMemoryMarketingActivities.Store(state, [row], sequence++);
                    }
                }

                added = state.MarketingActivities.Count - before;
                return state;
            },
            cancellationToken).ConfigureAwait(false);
        return added;
    }

    public async Task AssignItemsAsync(int campaignId, IReadOnlyCollection<ActivityItem> items, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        var itemOf = items.GroupBy(static item => item.RemoteContactId).ToDictionary(static group => group.Key, static group => group.Last());
        var changed = InMemoryMarketingActivities.Of(unit.Current, campaignId)
            .Where(activity => itemOf.TryGetValue(activity.RemoteContactId, out var item)
                && (activity.ConnectionId != item.ConnectionId || !string.Equals(activity.ItemId, item.ItemId, StringComparison.Ordinal)))
            .Select(activity => activity with { ConnectionId = itemOf[activity.RemoteContactId].ConnectionId, ItemId = itemOf[activity.RemoteContactId].ItemId })
            .ToList();
        if (changed.Count > 0)
        {
            var sequence = await unit.AllocateAsync(InMemoryMarketingActivities.Series, changed.Count, cancellationToken).ConfigureAwait(false);
            await unit.ChangeAsync(state => InMemoryMarketingActivities.Store(state, changed, sequence), cancellationToken).ConfigureAwait(false);
        }
    }

    public Task<IReadOnlyList<MarketingActivityRecord>> PageMarketingAsync(int campaignId, int skip, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MarketingActivityRecord>>([.. InMemoryMarketingActivities.Of(unit.Current, campaignId).Skip(skip).Take(take)]);

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
            InMemoryMarketingActivities.Of(unit.Current, campaignId).GroupBy(static activity => activity.Kind).ToDictionary(static group => group.Key, static group => group.LongCount()));

    public Task<IReadOnlyList<DailyActivityCount>> CountMarketingByDayAsync(int campaignId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DailyActivityCount>>(
        [
            .. InMemoryMarketingActivities.Of(unit.Current, campaignId)
                .GroupBy(static activity => (Day: DateOnly.FromDateTime(activity.At.UtcDateTime), activity.Kind))
                .Select(static group => new DailyActivityCount(group.Key.Day, group.Key.Kind, group.LongCount()))
                .OrderBy(static count => count.Day)
                .ThenBy(static count => count.Kind),
        ]);

    public Task<IReadOnlyList<LinkClickCount>> CountClicksByLinkAsync(int campaignId, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<LinkClickCount>>(
        [
            .. InMemoryMarketingActivities.Of(unit.Current, campaignId)
                .Where(static activity => activity.Kind == MarketingActivityKind.Click)
                .GroupBy(static activity => activity.Url, StringComparer.Ordinal)
                .Select(static group => new LinkClickCount(group.Key, group.LongCount()))
                .OrderByDescending(static count => count.Clicks)
                .ThenBy(static count => count.Url, StringComparer.Ordinal)
                .Take(take),
        ]);

    public Task<IReadOnlyList<SequencedActivity>> PageMarketingSinceAsync(long afterSequence, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SequencedActivity>>(
            [.. unit.Current.ActivityOrder.After(afterSequence).Take(take).Select(static row => new SequencedActivity(row.Sequence, row.Activity))]);

    public Task<IReadOnlyList<ActivityRecord>> FindByContactAsync(
        IReadOnlyCollection<long> contactIds, IReadOnlyCollection<long> remoteContactIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ActivityRecord>>(
            [
                .. unit.Current.Activities.Rows.Where(activity =>
                    remoteContactIds.Contains(activity.RemoteContactId) || (activity.ContactId is { } contactId && contactIds.Contains(contactId))),
            ]);

    public Task<IReadOnlyList<MarketingActivityRecord>> FindMarketingByContactAsync(IReadOnlyCollection<long> remoteContactIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MarketingActivityRecord>>([.. MarketingBy(unit.Current, remoteContactIds).Select(static row => row.Activity)]);

    public Task DeleteByContactAsync(IReadOnlyCollection<long> remoteContactIds, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => InMemoryMarketingActivities.Remove(state, [.. MarketingBy(state, remoteContactIds)]) with
        {
            Activities = state.Activities.Remove(
                [.. state.Activities.Rows.Where(activity => remoteContactIds.Contains(activity.RemoteContactId)).Select(static activity => (activity.CampaignId, activity.RemoteContactId))]),
        },
        cancellationToken);

    private static IEnumerable<StoredActivity> MarketingBy(AccountState state, IReadOnlyCollection<long> remoteContactIds) =>
        state.MarketingActivities.Rows.Where(row => remoteContactIds.Contains(row.Activity.RemoteContactId));

    private IEnumerable<ActivityRecord> Of(int campaignId, long afterRemoteContactId) =>
        unit.Current.Activities.After((campaignId, afterRemoteContactId)).TakeWhile(activity => activity.CampaignId == campaignId);
}
