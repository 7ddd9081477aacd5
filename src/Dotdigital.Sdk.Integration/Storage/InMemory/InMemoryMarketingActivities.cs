namespace Dotdigital.Sdk.Integration.Storage.InMemory;

/// <summary>Writes and reads marketing activities, by key and by the order of storing.</summary>
internal static class InMemoryMarketingActivities
{
    /// <summary>The series that the order of storing is counted in.</summary>
    public const string Series = "marketing-activity";

    /// <summary>Stores rows under numbers from <paramref name="sequence"/> on.</summary>
    public static AccountState Store(AccountState state, IEnumerable<MarketingActivityRecord> activities, long sequence)
    {
        var rows = new List<StoredActivity>();
        var moved = new List<long>();
        foreach (var activity in activities)
        {
            if (state.MarketingActivities.TryGet(activity, out var stored))
            {
                moved.Add(stored.Sequence);
            }

            rows.Add(new StoredActivity(activity, sequence++));
        }

        return state with
        {
            MarketingActivities = state.MarketingActivities.Set(rows, static row => row.Activity),
            ActivityOrder = state.ActivityOrder.Remove(moved).Set(rows, static row => row.Sequence),
        };
    }

    /// <summary>Takes rows away.</summary>
    public static AccountState Remove(AccountState state, IReadOnlyCollection<StoredActivity> rows) => state with
    {
        MarketingActivities = state.MarketingActivities.Remove(rows.Select(static row => row.Activity)),
        ActivityOrder = state.ActivityOrder.Remove(rows.Select(static row => row.Sequence)),
    };

    /// <summary>The activities of a campaign, by key.</summary>
    public static IEnumerable<MarketingActivityRecord> Of(AccountState state, int campaignId) =>
        state.MarketingActivities
            .After(new MarketingActivityRecord { CampaignId = campaignId, RemoteContactId = long.MinValue, Kind = MarketingActivityKind.Send, At = DateTimeOffset.MinValue })
            .Select(static row => row.Activity)
            .TakeWhile(activity => activity.CampaignId == campaignId);
}
