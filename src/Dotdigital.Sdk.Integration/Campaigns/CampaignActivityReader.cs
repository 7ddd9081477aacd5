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
/// are stored (rules IM-9, W-1). Every full page's unit also stores where to go on, so that a slice may end behind it, and an interrupted read goes on
/// there and stores nothing twice (rule W-2).
/// </summary>
/// <param name="run">The run.</param>
/// <param name="campaign">The campaign.</param>
/// <param name="linker">Finds its contacts' items.</param>
/// <param name="counts">What the step counts.</param>
/// <param name="started">When the step began to read.</param>
internal sealed class CampaignActivityReader(AccountRun run, CampaignRecord campaign, ItemLinker linker, ActivityCounts counts, long started)
{
    private readonly string _scope = campaign.Id.ToString(CultureInfo.InvariantCulture);
    private WatermarkRecord _mark = new() { Step = StepNames.ImportActivities, Scope = campaign.Id };
    private ActivityCursor _from = new(ActivityPart.Activities, null, null);
    private bool _isKept;

    /// <summary>From when on the campaign is read; null for all.</summary>
    public DateTimeOffset? Since => _from.Since;

    /// <summary>How many rows were read.</summary>
    public long Rows { get; private set; }

    /// <summary>Reads and stores.</summary>
    /// <param name="overlap">How far behind the watermark to read, unless a read is under way.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>Whether it came to its end; otherwise the slice was over.</returns>
    public async Task<bool> ReadAsync(TimeSpan overlap, CancellationToken cancellationToken)
    {
        ActivityCursor? kept;
        await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            _mark = await unit.Watermarks.GetAsync(StepNames.ImportActivities, campaign.Id, cancellationToken).ConfigureAwait(false);
            kept = ActivityCursor.Parse(_mark.Cursor);
            if (kept is null && _mark.Cursor is not null)
            {
                await unit.StagedIds.ClearAsync(StepNames.ImportActivities, campaign.Id, cancellationToken).ConfigureAwait(false);
                await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        _isKept = _mark.Cursor is not null;
        _from = kept ?? new ActivityCursor(ActivityPart.Activities, _mark.At - overlap, null);
        _mark = _mark with { BeganAt = (kept is null ? null : _mark.BeganAt) ?? run.DotdigitalBegin };
        return await ReadActivitiesAsync(cancellationToken).ConfigureAwait(false)
            && await ReadEventsAsync(ActivityPart.Opens, MarketingActivityKind.Open, OpensPage(Since), cancellationToken).ConfigureAwait(false)
            && await ReadEventsAsync(ActivityPart.Clicks, MarketingActivityKind.Click, ClicksPage(Since), cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> ReadActivitiesAsync(CancellationToken cancellationToken)
    {
        if (_from.Part != ActivityPart.Activities)
        {
            return true;
        }

        var api = run.Client.Campaigns;
        var list = new SlicedList<CampaignActivity>(
            (skip, take, cancel) => Since is { } from
                ? api.GetActivitiesSincePageAsync(campaign.Id, from, skip, take, cancel)
                : api.GetActivitiesPageAsync(campaign.Id, skip, take, cancel),
            static row => row.ContactId);
        await foreach (var part in list.ReadAsync(_from.Place, cancellationToken).ConfigureAwait(false))
        {
            await StoreActivitiesAsync(part.Rows, part.Place, cancellationToken).ConfigureAwait(false);
            Tell(part.Rows.Count);
            if (part.Place is not null && run.IsSliceOver(started))
            {
                return false;
            }
        }

        await EndAsync(ActivityPart.Activities, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Keeps where the read goes on.</summary>
    private Task KeepAsync(IUnitOfWork unit, ActivityPart part, ListPlace? place, CancellationToken cancellationToken)
    {
        _isKept = true;
        return unit.Watermarks.SaveAsync(_mark with { Cursor = new ActivityCursor(part, Since, place).ToString() }, cancellationToken);
    }

    /// <summary>Ends one list; the last one's end moves the watermark.</summary>
    private async Task EndAsync(ActivityPart part, CancellationToken cancellationToken)
    {
        if (!_isKept && part != ActivityPart.Clicks)
        {
            return;
        }

        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        if (_isKept)
        {
            await unit.StagedIds.ClearAsync(StepNames.ImportActivities, campaign.Id, cancellationToken).ConfigureAwait(false);
        }

        if (part == ActivityPart.Clicks)
        {
            await unit.Watermarks.SaveAsync(_mark with { At = _mark.BeganAt, Cursor = null, BeganAt = null }, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await KeepAsync(unit, part + 1, null, cancellationToken).ConfigureAwait(false);
        }

        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task StoreActivitiesAsync(IReadOnlyList<CampaignActivity> items, ListPlace? place, CancellationToken cancellationToken)
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
        if (changes.Count == 0 && place is null)
        {
            return;
        }

        await unit.Activities.SaveAsync([.. changes.Select(static change => change.Record)], cancellationToken).ConfigureAwait(false);
        await unit.Activities.AddMarketingAsync([.. changes.SelectMany(static change => change.Marketing)], cancellationToken).ConfigureAwait(false);
        await unit.Activities.AssignItemsAsync(
            campaign.Id,
            [.. changes.Where(static change => change.IsItemFound).Select(static change => new ActivityItem(change.Record.RemoteContactId, change.Record.ConnectionId!.Value, change.Record.ItemId!))],
            cancellationToken).ConfigureAwait(false);
        if (place is not null)
        {
            await KeepAsync(unit, ActivityPart.Activities, place, cancellationToken).ConfigureAwait(false);
        }

        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        var added = changes.Where(change => !stored.ContainsKey(change.Record.RemoteContactId)).ToList();
        counts.Added += added.Count;
        counts.Updated += changes.Count - added.Count;
        counts.Linked += changes.Count(static change => change.IsItemFound);
        counts.SetAside += added.Count(static change => change.Record.ContactId is null);
    }

    private async Task<bool> ReadEventsAsync(
        ActivityPart part, MarketingActivityKind kind, Func<int, int, CancellationToken, Task<Page<CampaignEvent>>> read, CancellationToken cancellationToken)
    {
        if (_from.Part > part)
        {
            return true;
        }

        var from = _from.Part == part ? _from.Place : null;
        var ordinals = new EventOrdinals(from is not null);
        var list = new SlicedList<CampaignEvent>(read, static happened => happened.Mark);
        await foreach (var page in list.ReadAsync(from, cancellationToken).ConfigureAwait(false))
        {
            var isRestart = page.IsStart && from is not null;
            if (isRestart)
            {
                ordinals = new EventOrdinals();
            }

            var dated = page.New.Where(static happened => happened.At.ToSecond() is not null && happened.ContactId != 0).ToList();
            counts.SetAside += page.New.Count - dated.Count;
            await StoreEventsAsync(part, kind, dated, ordinals, page.Place, isRestart, cancellationToken).ConfigureAwait(false);
            Tell(page.New.Count);
            if (page.Place is not null && run.IsSliceOver(started))
            {
                return false;
            }
        }

        await EndAsync(part, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task StoreEventsAsync(
        ActivityPart part, MarketingActivityKind kind, List<CampaignEvent> events, EventOrdinals ordinals, ListPlace? place, bool isRestart, CancellationToken cancellationToken)
    {
        if (events.Count == 0 && place is null && !isRestart)
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

        if (isRestart)
        {
            await unit.StagedIds.ClearAsync(StepNames.ImportActivities, campaign.Id, cancellationToken).ConfigureAwait(false);
            await KeepAsync(unit, part, null, cancellationToken).ConfigureAwait(false);
        }

        await ordinals.LoadAsync(unit, campaign.Id, events, cancellationToken).ConfigureAwait(false);
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
        if (place is not null)
        {
            await ordinals.StageAsync(unit, campaign.Id, cancellationToken).ConfigureAwait(false);
            await KeepAsync(unit, part, place, cancellationToken).ConfigureAwait(false);
        }

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
        Rows += rows;
        counts.Read += rows;
        run.Tell(StepNames.ImportActivities, _scope, Rows);
    }
}
