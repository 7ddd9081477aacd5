using System.Globalization;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Quickstart.Shop;
using Quickstart.Story;
using Quickstart.Wiring;

namespace Quickstart.Check;

/// <summary>What the engine itself says: who is set aside and why, that nothing is left to send, and how many activities there are.</summary>
internal static class EngineCheck
{
    private const int PageSize = 1_000;

    public static async Task RunAsync(StoryContext story, ShopContext shop, StandingRules rules, SyncVerdict verdict, CancellationToken cancellationToken)
    {
        await using var unit = await story.Store.BeginAsync(story.Account, cancellationToken);
        var connection = (await unit.Connections.GetAllAsync(cancellationToken)).Single(connection => connection.ListName == QuickstartHost.List);
        await ReadSetAsideAsync(unit, shop, rules, verdict, cancellationToken);
        await ReadFaultedAsync(unit, connection.Id, shop, rules, verdict, cancellationToken);
        var reasons = new (Standing Standing, string[] Reasons)[]
        {
            (Standing.NoEmail, [SetAsideReason.NoEmail]),
            (Standing.DuplicateEmail, [SetAsideReason.DuplicateEmail]),
            (Standing.MisfitValue, [SetAsideReason.MisfitValue]),
            (Standing.InvalidEmail, [SetAsideReason.InvalidEmail]),
            (Standing.RefusedByDotdigital, [$"{SetAsideReason.InvalidEmail} (told by Dotdigital)", $"{SetAsideReason.Refused} (told by Dotdigital)"]),
        };
        foreach (var (standing, names) in reasons)
        {
            var found = names.Sum(name => verdict.SetAside.GetValueOrDefault(name));
            if (found != verdict.Of(standing))
            {
                verdict.Add($"{verdict.Of(standing)} customers should be set aside as {standing}, the engine has {found}");
            }
        }

        var left = (await unit.Memberships.CountAsync(connection.Id, cancellationToken)).Where(count => count.State is ExportState.Due or ExportState.InBatch).ToList();
        if (left.Count > 0)
        {
            verdict.Add($"{string.Join(", ", left.Select(count => $"{count.Count} memberships {count.State} {count.Operation}"))} are left");
        }

        var (waiting, setAside) = await unit.Outbox.CountAsync(cancellationToken);
        if (waiting + setAside > 0)
        {
            verdict.Add($"{waiting + setAside} events have not been told to the shop");
        }

        await CompareActivitiesAsync(story, unit, verdict, cancellationToken);
    }

    private static async Task ReadSetAsideAsync(IUnitOfWork unit, ShopContext shop, StandingRules rules, SyncVerdict verdict, CancellationToken cancellationToken)
    {
        string? after = null;
        while (true)
        {
            var page = await unit.ListItems.PageSetAsideAsync(QuickstartHost.List, after, PageSize, cancellationToken);
            if (page.Count == 0)
            {
                return;
            }

            var standings = await StandingsAsync(shop, rules, page.Select(item => item.ItemId), cancellationToken);
            foreach (var item in page)
            {
                Count(verdict, item.Reason);
                if (standings.GetValueOrDefault(item.ItemId).ToString() != item.Reason)
                {
                    verdict.Add($"customer {item.ItemId} is set aside as {item.Reason}, but is {standings.GetValueOrDefault(item.ItemId)}");
                }
            }

            after = page[^1].ItemId;
        }
    }

    private static async Task ReadFaultedAsync(IUnitOfWork unit, int connectionId, ShopContext shop, StandingRules rules, SyncVerdict verdict, CancellationToken cancellationToken)
    {
        foreach (var state in new[] { ExportState.Faulted, ExportState.Held })
        {
            MembershipKey? after = null;
            while (true)
            {
                var page = await unit.Memberships.PageAsync(new MembershipFilter { ConnectionId = connectionId, State = state }, after, PageSize, cancellationToken);
                if (page.Count == 0)
                {
                    break;
                }

                var standings = await StandingsAsync(shop, rules, page.Select(view => view.Membership.ItemId!), cancellationToken);
                foreach (var membership in page.Select(view => view.Membership))
                {
                    var reason = membership.State.Reason!;
                    Count(verdict, reason == SetAsideReason.MisfitValue ? reason : $"{reason} (told by Dotdigital)");
                    var standing = standings.GetValueOrDefault(membership.ItemId!, Standing.NotInList);
                    if (standing is not (Standing.MisfitValue or Standing.RefusedByDotdigital or Standing.OptedOut))
                    {
                        verdict.Add($"customer {membership.ItemId} is {state} as {reason}, but is {standing}");
                    }
                }

                after = new MembershipKey(page[^1].Membership.AddressBookId, page[^1].Membership.ContactId);
            }
        }
    }

    private static async Task<Dictionary<string, Standing>> StandingsAsync(ShopContext shop, StandingRules rules, IEnumerable<string> itemIds, CancellationToken cancellationToken)
    {
        var ids = itemIds.Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToList();
        var customers = await shop.Customers.Where(customer => ids.Contains(customer.Id)).ToListAsync(cancellationToken);
        return customers.ToDictionary(customer => customer.Id.ToString(CultureInfo.InvariantCulture), rules.Of);
    }

    private static async Task CompareActivitiesAsync(StoryContext story, IUnitOfWork unit, SyncVerdict verdict, CancellationToken cancellationToken)
    {
        var campaign = CampaignAct.Find(story.Dotdigital)!;
        var reactions = CampaignReactions.Of(campaign.Recipients);
        var expected = new Dictionary<MarketingActivityKind, long>
        {
            [MarketingActivityKind.Send] = campaign.Recipients.Count,
            [MarketingActivityKind.Open] = campaign.Opens,
            [MarketingActivityKind.Click] = campaign.Clicks,
            [MarketingActivityKind.SoftBounce] = reactions.SoftBounces.Count,
            [MarketingActivityKind.HardBounce] = reactions.HardBounces.Count,
            [MarketingActivityKind.Unsubscribe] = reactions.UnsubscribesFromBook.Count + reactions.UnsubscribesFromAccount.Count,
        };
        var found = await unit.Activities.CountMarketingAsync(campaign.Id, cancellationToken);
        foreach (var (kind, count) in expected)
        {
            verdict.Activities[kind.ToString()] = found.GetValueOrDefault(kind);
            if (found.GetValueOrDefault(kind) != count)
            {
                verdict.Add($"the campaign has {count} activities of kind {kind} in Dotdigital, and {found.GetValueOrDefault(kind)} here");
            }
        }
    }

    private static void Count(SyncVerdict verdict, string reason) => verdict.SetAside[reason] = verdict.SetAside.GetValueOrDefault(reason) + 1;
}
