using System.Globalization;
using Dotdigital.Sdk.Campaigns;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Import;
using Dotdigital.Sdk.Integration.Privacy;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>
/// Reads one campaign's activities, then its opens, then its clicks: all the first time, then since its watermark, which moves when all three
/// are stored (rules IM-9, W-1). An interrupted read begins again and stores nothing twice.
/// </summary>
internal sealed class CampaignActivityReader(AccountRun run, CampaignRecord campaign, ItemLinker linker, ActivityCounts counts)
{
    private readonly string _scope = campaign.Id.ToString(CultureInfo.InvariantCulture);
    private long _done;

    /// <summary>Reads and stores; returns how many rows were read.</summary>
    /// <param name="overlap">How far behind the watermark to read.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<(DateTimeOffset? Since, long Rows)> ReadAsync(TimeSpan overlap, CancellationToken cancellationToken)
    {
        DateTimeOffset? since;
        await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            since = (await unit.Watermarks.GetAsync(StepNames.ImportActivities, campaign.Id, cancellationToken).ConfigureAwait(false)).At - overlap;
        }

        await ReadActivitiesAsync(since, cancellationToken).ConfigureAwait(false);
        await ReadEventsAsync(MarketingActivityKind.Open, OpensPage(since), cancellationToken).ConfigureAwait(false);
        await ReadEventsAsync(MarketingActivityKind.Click, ClicksPage(since), cancellationToken).ConfigureAwait(false);

        await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            await unit.Watermarks.SaveAsync(
                new WatermarkRecord { Step = StepNames.ImportActivities, Scope = campaign.Id, At = run.DotdigitalBegin }, cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        return (since, _done);
    }

    private async Task ReadActivitiesAsync(DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var api = run.Client.Campaigns;
        var pages = OverlappingPages.ReadAsync(
            (skip, take, cancel) => since is { } from
                ? api.GetActivitiesSincePageAsync(campaign.Id, from, skip, take, cancel)
                : api.GetActivitiesPageAsync(campaign.Id, skip, take, cancel),
            cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            await StoreActivitiesAsync(page.Items, cancellationToken).ConfigureAwait(false);
            Tell(page.Items.Count);
        }
    }

    private async Task StoreActivitiesAsync(IReadOnlyList<CampaignActivity> items, CancellationToken cancellationToken)
    {
        var rows = items.Where(static row => row.ContactId != 0).DistinctBy(static row => row.ContactId).ToDictionary(static row => row.ContactId);
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        foreach (var forgotten in await FindForgottenAsync(unit, rows.ToDictionary(static row => row.Key, static row => row.Value.Email), cancellationToken).ConfigureAwait(false))
        {
            rows.Remove(forgotten);
        }

        var stored = (await unit.Activities.FindAsync(campaign.Id, rows.Keys, cancellationToken).ConfigureAwait(false))
            .ToDictionary(static activity => activity.RemoteContactId);
        var links = await linker.FindAsync(unit, rows.ToDictionary(static row => row.Key, static row => row.Value.Email), cancellationToken).ConfigureAwait(false);
        var changes = rows.Values
            .Select(row => ActivityChange.Decide(
                campaign.Id, row, stored.GetValueOrDefault(row.ContactId), links.TryGetValue(row.ContactId, out var link) ? link : null, campaign.SentAt ?? run.DotdigitalBegin))
            .Where(static change => change.IsChanged)
            .ToList();
        if (changes.Count == 0)
        {
            return;
        }

        await unit.Activities.SaveAsync([.. changes.Select(static change => change.Record)], cancellationToken).ConfigureAwait(false);
        await unit.Activities.AddMarketingAsync([.. changes.SelectMany(static change => change.Marketing)], cancellationToken).ConfigureAwait(false);
        await unit.Activities.AssignItemsAsync(
            campaign.Id,
            [.. changes.Where(static change => change.IsItemFound).Select(static change => new ActivityItem(change.Record.RemoteContactId, change.Record.ConnectionId!.Value, change.Record.ItemId!))],
            cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        var added = changes.Where(change => !stored.ContainsKey(change.Record.RemoteContactId)).ToList();
        counts.Added += added.Count;
        counts.Updated += changes.Count - added.Count;
        counts.Linked += changes.Count(static change => change.IsItemFound);
        counts.SetAside += added.Count(static change => change.Record.ContactId is null);
    }

    private async Task ReadEventsAsync(
        MarketingActivityKind kind, Func<int, int, CancellationToken, Task<Page<CampaignEvent>>> read, CancellationToken cancellationToken)
    {
        var ordinals = new EventOrdinals();
        var repeats = new RepeatedRows<CampaignEvent>();
        await foreach (var page in OverlappingPages.ReadAsync(read, cancellationToken).ConfigureAwait(false))
        {
            var fresh = repeats.TakeNew(page);
            var dated = fresh.Where(static happened => happened.At.ToSecond() is not null && happened.ContactId != 0).ToList();
            counts.SetAside += fresh.Count - dated.Count;
            await StoreEventsAsync(kind, dated, ordinals, cancellationToken).ConfigureAwait(false);
            Tell(fresh.Count);
        }
    }

    private async Task StoreEventsAsync(MarketingActivityKind kind, List<CampaignEvent> events, EventOrdinals ordinals, CancellationToken cancellationToken)
    {
        if (events.Count == 0)
        {
            return;
        }

        var emails = events.DistinctBy(static happened => happened.ContactId).ToDictionary(static happened => happened.ContactId, static happened => happened.Email);
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var forgotten = await FindForgottenAsync(unit, emails, cancellationToken).ConfigureAwait(false);
        var activities = (await unit.Activities.FindAsync(campaign.Id, emails.Keys, cancellationToken).ConfigureAwait(false))
            .Where(static activity => activity.ItemId is not null)
            .ToDictionary(static activity => activity.RemoteContactId, static activity => (activity.ConnectionId, activity.ItemId));
        var unknown = emails.Where(pair => !activities.ContainsKey(pair.Key)).ToDictionary(static pair => pair.Key, static pair => pair.Value);
        foreach (var (remoteId, link) in await linker.FindAsync(unit, unknown, cancellationToken).ConfigureAwait(false))
        {
            activities[remoteId] = (link.ConnectionId, link.ItemId);
        }

        var marketing = events.Where(happened => !forgotten.Contains(happened.ContactId)).Select(happened =>
        {
            var at = happened.At!.Value.ToSecond();
            var (connectionId, itemId) = activities.GetValueOrDefault(happened.ContactId);
            return new MarketingActivityRecord
            {
                CampaignId = campaign.Id,
                RemoteContactId = happened.ContactId,
                Kind = kind,
                At = at,
                Url = happened.Url,
                Ordinal = ordinals.Next(happened.ContactId, at, happened.Url),
                ConnectionId = connectionId,
                ItemId = itemId,
            };
        }).ToList();
        counts.Added += await unit.Activities.AddMarketingAsync(marketing, cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Those of Dotdigital's contacts whose address is forgotten (rule PR-1).</summary>
    private static async Task<IReadOnlySet<long>> FindForgottenAsync(IUnitOfWork unit, IReadOnlyDictionary<long, string?> emails, CancellationToken cancellationToken)
    {
        var addresses = new Dictionary<long, EmailAddress>();
        foreach (var (remoteId, text) in emails)
        {
            if (EmailAddress.TryParse(text, out var email))
            {
                addresses[remoteId] = email;
            }
        }

        var forgotten = await ForgottenPeople.FindAsync(unit, addresses.Values, cancellationToken).ConfigureAwait(false);
        return addresses.Where(pair => forgotten.Contains(pair.Value)).Select(static pair => pair.Key).ToHashSet();
    }

    private Func<int, int, CancellationToken, Task<Page<CampaignEvent>>> OpensPage(DateTimeOffset? since) => async (skip, take, cancel) =>
    {
        var api = run.Client.Campaigns;
        var page = since is { } from
            ? await api.GetOpensSincePageAsync(campaign.Id, from, skip, take, cancel).ConfigureAwait(false)
            : await api.GetOpensPageAsync(campaign.Id, skip, take, cancel).ConfigureAwait(false);
        return new Page<CampaignEvent>([.. page.Items.Select(CampaignEvent.From)], page.Skip, page.ServerDate);
    };

    private Func<int, int, CancellationToken, Task<Page<CampaignEvent>>> ClicksPage(DateTimeOffset? since) => async (skip, take, cancel) =>
    {
        var api = run.Client.Campaigns;
        var page = since is { } from
            ? await api.GetClicksSincePageAsync(campaign.Id, from, skip, take, cancel).ConfigureAwait(false)
            : await api.GetClicksPageAsync(campaign.Id, skip, take, cancel).ConfigureAwait(false);
        return new Page<CampaignEvent>([.. page.Items.Select(CampaignEvent.From)], page.Skip, page.ServerDate);
    };

    private void Tell(int rows)
    {
        _done += rows;
        counts.Read += rows;
        run.Tell(StepNames.ImportActivities, _scope, _done);
    }
}
