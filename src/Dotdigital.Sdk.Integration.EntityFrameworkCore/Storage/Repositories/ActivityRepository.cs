using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Repositories;

internal sealed class ActivityRepository(UnitScope unit) : IActivityRepository
{
    private const string Series = "marketing-activity";

    public Task<IReadOnlyList<ActivityRecord>> FindAsync(int campaignId, IReadOnlyCollection<long> remoteContactIds, CancellationToken cancellationToken) =>
        ReadAsync(Of(campaignId).Where(row => EF.Parameter(remoteContactIds).Contains(row.RemoteContactId)), cancellationToken);

    public Task<IReadOnlyList<ActivityRecord>> PageAsync(int campaignId, long afterRemoteContactId, int take, CancellationToken cancellationToken) =>
        ReadAsync(
            Of(campaignId).Where(row => row.RemoteContactId > afterRemoteContactId).OrderBy(static row => row.RemoteContactId).Take(take),
            cancellationToken);

    public async Task<IReadOnlyList<ActivityRecord>> FindUnparkableAsync(int take, CancellationToken cancellationToken)
    {
        var db = unit.Db;
        var rows = await db.Activities
            .Where(row => row.AccountId == unit.Account && row.ContactId == null)
            .Join(
                db.Contacts,
                static activity => new { activity.AccountId, RemoteId = (long?)activity.RemoteContactId },
                static contact => new { contact.AccountId, contact.RemoteId },
                static (activity, contact) => new { Activity = activity, contact.Id })
            .OrderBy(static row => row.Activity.CampaignId)
            .ThenBy(static row => row.Activity.RemoteContactId)
            .Take(take)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(static row => row.Activity.ToRecord() with { ContactId = row.Id });
    }

    public Task SaveAsync(IReadOnlyCollection<ActivityRecord> activities, CancellationToken cancellationToken) =>
        unit.WriteAsync([.. activities.Select(activity => ActivityRow.From(unit.Account, activity))], OnConflict.Replace, cancellationToken);

    public async Task<int> AddMarketingAsync(IReadOnlyCollection<MarketingActivityRecord> activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Count == 0)
        {
            return 0;
        }

        var first = await unit.AllocateAsync(Series, activities.Count, cancellationToken).ConfigureAwait(false);
        var rows = activities.Select((activity, index) => MarketingActivityRow.From(unit.Account, activity, first + index)).ToList();
        var added = await unit.WriteAsync(rows, OnConflict.Keep, cancellationToken).ConfigureAwait(false);
        if (added < rows.Count)
        {
            await unit.WriteAsync(rows.FindAll(static row => row.ItemId is not null), OnConflict.Replace, cancellationToken).ConfigureAwait(false);
        }

        return added;
    }

    public async Task AssignItemsAsync(int campaignId, IReadOnlyCollection<ActivityItem> items, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        var itemOf = items.GroupBy(static item => item.RemoteContactId).ToDictionary(static group => group.Key, static group => group.Last());
        if (itemOf.Count == 0)
        {
            return;
        }

        await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        List<long> contacts = [.. itemOf.Keys];
        var rows = await MarketingOf(campaignId).Where(row => EF.Parameter(contacts).Contains(row.RemoteContactId)).ToListAsync(cancellationToken).ConfigureAwait(false);
        var changed = rows.Where(row => itemOf[row.RemoteContactId] is var item && (row.ConnectionId != item.ConnectionId || !string.Equals(row.ItemId, item.ItemId, StringComparison.Ordinal)))
            .OrderBy(static row => row.Sequence)
            .ToList();
        if (changed.Count == 0)
        {
            return;
        }

        // A row that is there keeps its item when it is written again: those that change are taken out first, with what else their contacts did.
        var moved = changed.Select(static row => row.RemoteContactId).ToHashSet();
        var first = await unit.AllocateAsync(Series, changed.Count, cancellationToken).ConfigureAwait(false);
        var kept = rows.Where(row => moved.Contains(row.RemoteContactId)).Except(changed);
        await MarketingOf(campaignId).Where(row => EF.Parameter(moved).Contains(row.RemoteContactId)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await unit.WriteAsync(
            [
                .. kept,
                .. changed.Select((row, index) => MarketingActivityRow.From(
                    unit.Account, row.ToRecord() with { ConnectionId = itemOf[row.RemoteContactId].ConnectionId, ItemId = itemOf[row.RemoteContactId].ItemId }, first + index)),
            ],
            OnConflict.Fail,
            cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<MarketingActivityRecord>> PageMarketingAsync(int campaignId, int skip, int take, CancellationToken cancellationToken)
    {
        var rows = await MarketingOf(campaignId)
            .OrderBy(static row => row.RemoteContactId)
            .ThenBy(static row => row.Kind)
            .ThenBy(static row => row.At)
            .ThenBy(static row => row.Url)
            .ThenBy(static row => row.Ordinal)
            .Skip(skip)
            .Take(take)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public async Task<IReadOnlyList<EmailStatisticsRecord>> PageStatisticsAsync(int campaignId, int skip, int take, CancellationToken cancellationToken)
    {
        var rows = await Of(campaignId)
            .Where(static row => row.ConnectionId != null && row.ItemId != null)
            .GroupBy(static row => new { row.ConnectionId, row.ItemId })
            .Select(static group => new
            {
                group.Key.ConnectionId,
                group.Key.ItemId,
                Opens = group.Sum(row => (long)row.Opens),
                Clicks = group.Sum(row => (long)row.Clicks),
                Bounces = group.Sum(row => (row.IsSoftBounced ? 1L : 0L) + (row.IsHardBounced ? 1L : 0L)),
                Unsubscribes = group.Sum(row => row.IsUnsubscribed ? 1L : 0L),
                LastContactedAt = group.Max(row => row.SentAt),
            })
            .OrderBy(static row => row.ConnectionId)
            .ThenBy(static row => row.ItemId)
            .Skip(skip)
            .Take(take)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(row => new EmailStatisticsRecord(
            campaignId, row.ConnectionId!.Value, row.ItemId!, row.Opens, row.Clicks, row.Bounces, row.Unsubscribes, Ticks.ToInstant(row.LastContactedAt)));
    }

    public async Task<IReadOnlyDictionary<MarketingActivityKind, long>> CountMarketingAsync(int campaignId, CancellationToken cancellationToken) =>
        await MarketingOf(campaignId)
            .GroupBy(static row => row.Kind)
            .Select(static group => new { Kind = group.Key, Count = group.LongCount() })
            .ToDictionaryAsync(static row => (MarketingActivityKind)row.Kind, static row => row.Count, cancellationToken)
            .ConfigureAwait(false);

    public async Task<IReadOnlyList<DailyActivityCount>> CountMarketingByDayAsync(int campaignId, CancellationToken cancellationToken)
    {
        var rows = await MarketingOf(campaignId)
            .GroupBy(static row => new { Day = row.At / TimeSpan.TicksPerDay, row.Kind })
            .Select(static group => new { group.Key.Day, group.Key.Kind, Count = group.LongCount() })
            .OrderBy(static row => row.Day)
            .ThenBy(static row => row.Kind)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return [.. rows.Select(static row => new DailyActivityCount(DateOnly.FromDayNumber((int)row.Day), (MarketingActivityKind)row.Kind, row.Count))];
    }

    public async Task<IReadOnlyList<LinkClickCount>> CountClicksByLinkAsync(int campaignId, int take, CancellationToken cancellationToken)
    {
        var rows = await MarketingOf(campaignId)
            .Where(static row => row.Kind == (int)MarketingActivityKind.Click)
            .GroupBy(static row => row.Url)
            .Select(static group => new { Url = group.Key, Count = group.LongCount() })
            .OrderByDescending(static row => row.Count)
            .ThenBy(static row => row.Url)
            .Take(take)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return [.. rows.Select(static row => new LinkClickCount(row.Url, row.Count))];
    }

    public async Task<IReadOnlyList<SequencedActivity>> PageMarketingSinceAsync(long afterSequence, int take, CancellationToken cancellationToken)
    {
        var rows = await unit.Db.MarketingActivities
            .Where(row => row.AccountId == unit.Account && row.Sequence > afterSequence)
            .OrderBy(static row => row.Sequence)
            .Take(take)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(static row => new SequencedActivity(row.Sequence, row.ToRecord()));
    }

    public Task<IReadOnlyList<ActivityRecord>> FindByContactAsync(
        IReadOnlyCollection<long> contactIds, IReadOnlyCollection<long> remoteContactIds, CancellationToken cancellationToken) =>
        ReadAsync(
            unit.Db.Activities.Where(row => row.AccountId == unit.Account
                && (EF.Parameter(remoteContactIds).Contains(row.RemoteContactId) || (row.ContactId != null && EF.Parameter(contactIds).Contains(row.ContactId.Value)))),
            cancellationToken);

    public async Task<IReadOnlyList<MarketingActivityRecord>> FindMarketingByContactAsync(IReadOnlyCollection<long> remoteContactIds, CancellationToken cancellationToken)
    {
        var rows = await MarketingBy(unit.Db, remoteContactIds).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public Task<IReadOnlyList<ActivityRecord>> FindAsync(IReadOnlyCollection<int> campaignIds, IReadOnlyCollection<long> remoteContactIds, CancellationToken cancellationToken) =>
        ReadAsync(
            unit.Db.Activities.Where(row => row.AccountId == unit.Account && EF.Parameter(campaignIds).Contains(row.CampaignId) && EF.Parameter(remoteContactIds).Contains(row.RemoteContactId)),
            cancellationToken);

    public async Task DeleteByContactAsync(IReadOnlyCollection<long> remoteContactIds, CancellationToken cancellationToken)
    {
        var db = await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await MarketingBy(db, remoteContactIds).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await db.Activities
            .Where(row => row.AccountId == unit.Account && EF.Parameter(remoteContactIds).Contains(row.RemoteContactId))
            .ExecuteDeleteAsync(cancellationToken)
            .ConfigureAwait(false);
    }

    private IQueryable<MarketingActivityRow> MarketingBy(DotdigitalDbContext db, IReadOnlyCollection<long> remoteContactIds) =>
        db.MarketingActivities.Where(row => row.AccountId == unit.Account && EF.Parameter(remoteContactIds).Contains(row.RemoteContactId));

    private IQueryable<ActivityRow> Of(int campaignId) =>
        unit.Db.Activities.Where(row => row.AccountId == unit.Account && row.CampaignId == campaignId);

    private IQueryable<MarketingActivityRow> MarketingOf(int campaignId) =>
        unit.Db.MarketingActivities.Where(row => row.AccountId == unit.Account && row.CampaignId == campaignId);

    private static async Task<IReadOnlyList<ActivityRecord>> ReadAsync(IQueryable<ActivityRow> query, CancellationToken cancellationToken)
    {
        var rows = await query.ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }
}
