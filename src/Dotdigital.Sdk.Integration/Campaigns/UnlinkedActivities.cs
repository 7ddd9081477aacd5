using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>Gives stored activities the contact and the item that were not known when they were read (rule IM-9: parked and retried). Costs no call.</summary>
internal sealed class UnlinkedActivities(AccountRun run, IReadOnlyList<ConnectionRecord> connections, ActivityCounts counts)
{
    private const int UnparkSize = 500;
    private const int PageSize = 1000;

    /// <summary>Unparks activities whose contact became known.</summary>
    /// <param name="isOver">Whether the slice is over (rule W-2).</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>Whether none is left.</returns>
    public async Task<bool> UnparkAsync(Func<bool> isOver, CancellationToken cancellationToken)
    {
        var linkers = new Dictionary<int, ItemLinker>();
        while (true)
        {
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            var found = await unit.Activities.FindUnparkableAsync(UnparkSize, cancellationToken).ConfigureAwait(false);
            if (found.Count == 0)
            {
                return true;
            }

            if (linkers.Count == 0)
            {
                linkers = (await unit.Campaigns.GetAllAsync(cancellationToken).ConfigureAwait(false))
                    .ToDictionary(static campaign => campaign.Id, campaign => new ItemLinker(campaign, connections));
            }

            foreach (var group in found.GroupBy(static activity => activity.CampaignId))
            {
                var linker = linkers.GetValueOrDefault(group.Key);
                await LinkAsync(unit, group.Key, linker, [.. group], cancellationToken).ConfigureAwait(false);
            }

            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            counts.Unparked += found.Count;
            if (found.Count == UnparkSize && isOver())
            {
                return false;
            }
        }
    }

    /// <summary>Looks again for the items of a campaign's activities that have none: a contact is often in a book before its item is known.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="after">Dotdigital's id of the contact after which to look.</param>
    /// <param name="isOver">Whether the slice is over (rule W-2).</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>Where to go on; null when all were looked at.</returns>
    public async Task<long?> RelinkAsync(CampaignRecord campaign, long after, Func<bool> isOver, CancellationToken cancellationToken)
    {
        var linker = new ItemLinker(campaign, connections);
        while (true)
        {
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            var page = await unit.Activities.PageAsync(campaign.Id, after, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                return null;
            }

            var unlinked = page.Where(static activity => activity is { ItemId: null, ContactId: not null }).ToList();
            if (await LinkAsync(unit, campaign.Id, linker, unlinked, cancellationToken, onlyWithItem: true).ConfigureAwait(false))
            {
                await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            }

            after = page[^1].RemoteContactId;
            if (page.Count == PageSize && isOver())
            {
                return after;
            }
        }
    }

    private async Task<bool> LinkAsync(
        IUnitOfWork unit, int campaignId, ItemLinker? linker, List<ActivityRecord> activities, CancellationToken cancellationToken, bool onlyWithItem = false)
    {
        var links = linker is null || activities.Count == 0
            ? []
            : await linker.FindAsync(unit, [.. activities.Select(static activity => activity.ContactId!.Value).Distinct()], cancellationToken).ConfigureAwait(false);
        var changed = new List<ActivityRecord>();
        var items = new List<ActivityItem>();
        foreach (var activity in activities)
        {
            if (activity.ItemId is null && links.TryGetValue(activity.ContactId!.Value, out var link) && link is { ConnectionId: { } connectionId, ItemId: { } itemId })
            {
                changed.Add(activity with { ConnectionId = connectionId, ItemId = itemId });
                items.Add(new ActivityItem(activity.RemoteContactId, connectionId, itemId));
                counts.Linked++;
            }
            else if (!onlyWithItem)
            {
                changed.Add(activity);
            }
        }

        await unit.Activities.AssignItemsAsync(campaignId, items, cancellationToken).ConfigureAwait(false);
        await unit.Activities.SaveAsync(changed, cancellationToken).ConfigureAwait(false);
        return changed.Count > 0;
    }
}
