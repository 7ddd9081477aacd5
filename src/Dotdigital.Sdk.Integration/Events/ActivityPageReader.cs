using System.Globalization;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Campaigns;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Events;

/// <summary>Reads the activities behind the delivery's cursor, with the host's own ids of what they belong to.</summary>
internal sealed class ActivityPageReader
{
    private readonly AccountRun _run;
    private readonly Dictionary<int, string> _listNames;
    private readonly Dictionary<int, CampaignLinkRecord> _links;
    private readonly MarketingCampaignMerges _merges;
    private long _cursor;

    private ActivityPageReader(AccountRun run, Dictionary<int, string> listNames, Dictionary<int, CampaignLinkRecord> links, MarketingCampaignMerges merges, long cursor)
    {
        _run = run;
        _listNames = listNames;
        _links = links;
        _merges = merges;
        _cursor = cursor;
    }

    public static async Task<ActivityPageReader> CreateAsync(AccountRun run, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var connections = await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false);
        var links = await unit.CampaignLinks.GetAllAsync(cancellationToken).ConfigureAwait(false);
        var merges = await unit.CampaignLinks.GetMergesAsync(cancellationToken).ConfigureAwait(false);
        var mark = await unit.Watermarks.GetAsync(StepNames.DeliverActivities, 0, cancellationToken).ConfigureAwait(false);
        return new ActivityPageReader(
            run,
            connections.ToDictionary(static connection => connection.Id, static connection => connection.ListName),
            links.ToDictionary(static link => link.CampaignId),
            new MarketingCampaignMerges(merges),
            long.TryParse(mark.Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) ? cursor : 0);
    }

    /// <summary>Reads the next page, and where the cursor stands once it was accepted.</summary>
    public async Task<(MarketingActivityPage Page, long Cursor)> ReadAsync(int take, CancellationToken cancellationToken)
    {
        await using var unit = await _run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var rows = await unit.Activities.PageMarketingSinceAsync(_cursor, take, cancellationToken).ConfigureAwait(false);
        var contacts = (await unit.Contacts.FindByRemoteIdAsync([.. rows.Select(static row => row.Activity.RemoteContactId).Distinct()], cancellationToken).ConfigureAwait(false))
            .ToDictionary(static contact => contact.RemoteId!.Value);
        _cursor = rows.Count == 0 ? _cursor : rows[^1].Sequence;
        var page = rows.Select(row => Describe(row.Activity, contacts.GetValueOrDefault(row.Activity.RemoteContactId))).ToList();
        return (new MarketingActivityPage(_run.Account.Value, page), _cursor);
    }

    private MarketingActivity Describe(MarketingActivityRecord activity, ContactRecord? contact)
    {
        var link = _links.GetValueOrDefault(activity.CampaignId);
        var key = string.Create(CultureInfo.InvariantCulture, $"{activity.CampaignId}/{activity.RemoteContactId}/{(int)activity.Kind}/{activity.Ordinal}/{activity.Url}");
        return new MarketingActivity
        {
            Id = EventIds.For(_run.Account, nameof(MarketingActivity), key, activity.At),
            CampaignId = activity.CampaignId,
            EmailCampaignId = link?.EmailCampaignId,
            MarketingCampaignId = _merges.Resolve(link?.MarketingCampaignId),
            Kind = activity.Kind,
            At = activity.At,
            Url = activity.Url,
            RemoteContactId = activity.RemoteContactId,
            Email = contact?.Email.Value,
            ListName = activity.ConnectionId is { } connectionId ? _listNames.GetValueOrDefault(connectionId) : null,
            ItemId = activity.ItemId,
        };
    }
}
