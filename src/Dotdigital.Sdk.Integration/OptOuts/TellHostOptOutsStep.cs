using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Privacy;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.OptOuts;

/// <summary>
/// Rule OP-3: people of whom the host says that they opted out are marked first (intent), then told to Dotdigital where it would still mail
/// them, then noted as told. One call a person, and only for people who are in the book; after a disconnect only for those whom we sent there.
/// </summary>
internal static class TellHostOptOutsStep
{
    /// <summary>What is kept as the reason of a no that the host told.</summary>
    public const string Reason = "OptedOutInHost";

    private const int PageSize = 1000;

    /// <summary>By how much Dotdigital's clock and ours may differ.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    public static async Task<StepReport> RunAsync(AccountRun run, ConnectedList list, CancellationToken cancellationToken)
    {
        var report = new StepReport { Step = StepNames.TellHostOptOuts, Scope = list.List.Name };
        report = report.Plus(await MarkAsync(run, list, report, cancellationToken).ConfigureAwait(false));
        return await TellAsync(run, list, report, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<StepReport> MarkAsync(AccountRun run, ConnectedList list, StepReport report, CancellationToken cancellationToken)
    {
        var result = report with { };
        var page = new Dictionary<string, EmailAddress?>(StringComparer.Ordinal);
        var stillMailed = new List<(ListItemRecord Item, List<MembershipView> People)>();
        await using (var session = run.Lists.Open(list.List))
        {
            await foreach (var key in session.Source.ReadOptedOutAsync(cancellationToken).ConfigureAwait(false))
            {
                result = result with { Read = result.Read + 1 };
                page[key.ItemId] = EmailAddress.TryParse(key.Email, out var email) ? email : null;
                if (page.Count == PageSize)
                {
                    result = result with { Added = result.Added + await SaveAsync(run, list, page, stillMailed, cancellationToken).ConfigureAwait(false) };
                    page.Clear();
                }
            }
        }

        result = result with { Added = result.Added + await SaveAsync(run, list, page, stillMailed, cancellationToken).ConfigureAwait(false) };
        return result.Plus(await TellEachAsync(run, list, stillMailed, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Marks the items of a page that are not marked yet. One without a usable address is marked under the address that it has in the book.</summary>
    private static async Task<int> SaveAsync(
        AccountRun run, ConnectedList list, Dictionary<string, EmailAddress?> page, List<(ListItemRecord Item, List<MembershipView> People)> stillMailed, CancellationToken cancellationToken)
    {
        if (page.Count == 0)
        {
            return 0;
        }

        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var known = await unit.ListItems.FindAsync(list.List.Name, page.Keys, cancellationToken).ConfigureAwait(false);
        var unknown = page.Keys.Except(known.Select(static item => item.ItemId), StringComparer.Ordinal).ToList();
        var nameless = unknown.Where(itemId => page[itemId] is null).ToList();
        foreach (var view in nameless.Count == 0 ? [] : await unit.Memberships.FindByItemAsync(list.Connection.Id, nameless, cancellationToken).ConfigureAwait(false))
        {
            page[view.Membership.ItemId!] = view.Contact.Email;
        }

        unknown.RemoveAll(itemId => page[itemId] is null);
        if (stillMailed.Count < PageSize && list.Connection.IsLive)
        {
            stillMailed.AddRange(await FindStillMailedAsync(unit, list, [.. known.Where(static item => item.IsTold || item.Origin != OptOutOrigin.Host)], page, cancellationToken).ConfigureAwait(false));
        }

        var forgotten = await ForgottenPeople.FindAsync(unit, unknown.Select(itemId => page[itemId]!.Value), cancellationToken).ConfigureAwait(false);
        var marks = unknown.ToLookup(
            itemId => forgotten.Contains(page[itemId]!.Value),
            itemId => new ListItemRecord { ListName = list.List.Name, ItemId = itemId, Email = page[itemId], Origin = OptOutOrigin.Host, Reason = Reason, At = run.Time.GetUtcNow() });
        await ForgottenPeople.SayNoAsync(unit, [.. marks[true]], cancellationToken).ConfigureAwait(false);
        await unit.ListItems.SaveAsync([.. marks[false]], cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        return unknown.Count;
    }

    /// <summary>
    /// Items of whom Dotdigital knows the no, and whom the book would mail all the same: under an address that they got since, or, also under the one that they said no
    /// with, because the list was connected to another book since.
    /// </summary>
    private static async Task<IEnumerable<(ListItemRecord Item, List<MembershipView> People)>> FindStillMailedAsync(
        IUnitOfWork unit, ConnectedList list, IReadOnlyList<ListItemRecord> told, Dictionary<string, EmailAddress?> page, CancellationToken cancellationToken)
    {
        if (told.Count == 0)
        {
            return [];
        }

        var people = new Dictionary<string, List<MembershipView>>(StringComparer.Ordinal);
        await FindPeopleAsync(unit, list, [.. told, .. told.Where(item => page[item.ItemId] is { } now && now != item.Email).Select(item => item with { Email = page[item.ItemId] })], people, cancellationToken).ConfigureAwait(false);
        return from item in told
               let mailed = (people.GetValueOrDefault(item.ItemId) ?? []).FindAll(IsMailed)
               where mailed.Count > 0
               select (item, mailed);
    }

    private static bool IsMailed(MembershipView view) =>
        view.Contact.Status.Reachability is Reachability.Unknown or Reachability.Reachable
        && view.Membership.Status.Reachability is Reachability.Unknown or Reachability.Reachable
        && view.Membership.State.Operation != ExportOperation.Remove;

    private static async Task<StepReport> TellEachAsync(
        AccountRun run, ConnectedList list, IReadOnlyList<(ListItemRecord Item, List<MembershipView> People)> stillMailed, CancellationToken cancellationToken)
    {
        var report = new StepReport { Step = StepNames.TellHostOptOuts };
        var failures = new StepFailures();
        foreach (var (item, people) in stillMailed)
        {
            try
            {
                report = await TellOneAsync(run, list, item, people, cancellationToken).ConfigureAwait(false) ? report with { Sent = report.Sent + 1 } : report with { Skipped = report.Skipped + 1 };
            }
            catch (DotdigitalApiException refused) when (StepFailures.IsContained(refused))
            {
                failures.Add(refused);
            }
        }

        return report with { Error = failures.Error, Exception = failures.Exception };
    }

    private static async Task<StepReport> TellAsync(AccountRun run, ConnectedList list, StepReport report, CancellationToken cancellationToken)
    {
        var failures = new StepFailures();
        string? after = null;
        while (true)
        {
            IReadOnlyList<ListItemRecord> untold;
            var people = new Dictionary<string, List<MembershipView>>(StringComparer.Ordinal);
            await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
            {
                untold = await unit.ListItems.PageUntoldAsync(list.List.Name, after, PageSize, cancellationToken).ConfigureAwait(false);
                if (untold.Count == 0)
                {
                    return report with { Error = failures.Error, Exception = failures.Exception };
                }

                await FindPeopleAsync(unit, list, untold, people, cancellationToken).ConfigureAwait(false);
            }

            foreach (var item in untold)
            {
                after = item.ItemId;
                var told = false;
                try
                {
                    told = await TellOneAsync(run, list, item, people.GetValueOrDefault(item.ItemId) ?? [], cancellationToken).ConfigureAwait(false);
                }
                catch (DotdigitalApiException refused) when (StepFailures.IsContained(refused))
                {
                    // One person whom Dotdigital refuses must not keep the others' opt-outs from it; the item stays untold and is tried again.
                    failures.Add(refused);
                }

                report = told ? report with { Sent = report.Sent + 1 } : report with { Skipped = report.Skipped + 1 };
                run.Tell(StepNames.TellHostOptOuts, list.List.Name, report.Sent + report.Skipped);
            }
        }
    }

    /// <summary>Whom an item's opt-out concerns: the person linked to the item, and the one who has its address, in this book.</summary>
    private static async Task FindPeopleAsync(
        IUnitOfWork unit, ConnectedList list, IReadOnlyList<ListItemRecord> untold, Dictionary<string, List<MembershipView>> people, CancellationToken cancellationToken)
    {
        foreach (var view in await unit.Memberships.FindByItemAsync(list.Connection.Id, [.. untold.Select(static item => item.ItemId)], cancellationToken).ConfigureAwait(false))
        {
            people.TryAdd(view.Membership.ItemId!, []);
            people[view.Membership.ItemId!].Add(view);
        }

        var contacts = await unit.Contacts.FindByEmailAsync([.. untold.Where(static item => item.Email is not null).Select(static item => item.Email!.Value).Distinct()], cancellationToken).ConfigureAwait(false);
        var byEmail = contacts.ToDictionary(static contact => contact.Email);
        var memberships = (await unit.Memberships.FindByContactAsync([.. contacts.Select(static contact => contact.Id)], cancellationToken).ConfigureAwait(false))
            .Where(membership => membership.AddressBookId == list.Connection.AddressBookId)
            .ToDictionary(static membership => membership.ContactId);
        foreach (var item in untold)
        {
            if (item.Email is { } email && byEmail.TryGetValue(email, out var contact) && memberships.TryGetValue(contact.Id, out var membership))
            {
                people.TryAdd(item.ItemId, []);
                if (!people[item.ItemId].Exists(view => view.Contact.Id == contact.Id))
                {
                    people[item.ItemId].Add(new MembershipView(membership, contact));
                }
            }
        }
    }

    private static async Task<bool> TellOneAsync(AccountRun run, ConnectedList list, ListItemRecord item, List<MembershipView> views, CancellationToken cancellationToken)
    {
        var called = false;

        // After a disconnect only the people whom we sent are ours to speak of. The others' opt-out stays untold, for a connection to come.
        var ours = list.Connection.IsLive ? views : views.FindAll(view => view.Membership.WasSent && view.Membership.ConnectionId == list.Connection.Id);

        // Nobody is taken for absent from a book whose contacts were never read.
        var done = list.Connection.IsLive ? views.Count > 0 || list.Book.LastImportedAt is not null : ours.Count > 0 && ours.Count == views.Count;
        var changed = new List<MembershipRecord>();
        var forgotten = new List<MembershipKey>();
        foreach (var (membership, contact) in ours.Select(static view => (view.Membership, view.Contact)))
        {
            if (!membership.IsInBook)
            {
                forgotten.Add(new MembershipKey(membership.AddressBookId, membership.ContactId));
                continue;
            }

            var isBookEnough = list.Connection.OptOutAction != OptOutAction.UnsubscribeFromAccount;
            if (contact.Status.Reachability == Reachability.OptedOut || (isBookEnough && membership.Status.Reachability == Reachability.OptedOut))
            {
                called |= await FollowAsync(run, list, item, membership, contact, cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (list.Connection is { OptOutAction: OptOutAction.RemoveFromAddressBook, IsLive: false })
            {
                // No export runs for it any more that would take the person out.
                var canRemove = contact.RemoteId is not null && membership.State.Kind != ExportState.InBatch;
                done &= canRemove;
                if (canRemove)
                {
                    await RemoveAsync(run, list, contact.RemoteId!.Value, cancellationToken).ConfigureAwait(false);
                    called = true;
                    forgotten.Add(new MembershipKey(membership.AddressBookId, membership.ContactId));
                }

                continue;
            }

            if (list.Connection.OptOutAction == OptOutAction.RemoveFromAddressBook)
            {
                done &= membership.State.Kind != ExportState.InBatch;
                changed.Add(membership.State.Kind == ExportState.InBatch ? membership : membership with { State = MembershipState.Due(ExportOperation.Remove) });
                continue;
            }

            var at = await UnsubscribeAsync(run, list, contact, cancellationToken).ConfigureAwait(false);
            called = true;

            // A batch on its way may still bring the person in: Dotdigital is told again when it has settled.
            var stillTravelling = membership.State.Kind == ExportState.InBatch;
            done &= !stillTravelling;
            changed.Add(stillTravelling
                ? membership
                : membership with { Status = SubscriptionStatus.Unsubscribed, UnsubscribedAt = at, State = OptOutPageWriter.Quiet(membership.State), RenameTo = null });
        }

        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        await unit.Memberships.SaveAsync([.. changed, .. await OthersToCompareAsync(unit, changed, cancellationToken).ConfigureAwait(false)], cancellationToken).ConfigureAwait(false);
        await unit.Memberships.DeleteAsync(forgotten, cancellationToken).ConfigureAwait(false);
        if (done)
        {
            await unit.ListItems.SaveAsync([item with { IsTold = true }], cancellationToken).ConfigureAwait(false);
        }

        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        return called;
    }

    /// <summary>
    /// A no that Dotdigital tells of as soon as the host's was to be told may be the host's own, told by a run that ended before it had also told it under the address that the
    /// contact has by now.
    /// </summary>
    private static async Task<bool> FollowAsync(AccountRun run, ConnectedList list, ListItemRecord item, MembershipRecord membership, ContactRecord contact, CancellationToken cancellationToken)
    {
        var since = contact.Status.Reachability == Reachability.OptedOut ? contact.UnsubscribedAt : membership.UnsubscribedAt;
        if (item is not { IsTold: false, Origin: OptOutOrigin.Host } || contact.RemoteId is not { } id || since < item.At - Skew
            || await FindAddressAsync(run, id, cancellationToken).ConfigureAwait(false) is not { } moved || !EmailAddress.TryParse(moved, out var now) || now == contact.Email)
        {
            return false;
        }

        await TryUnsubscribeAsync(run, list, moved, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>The other lists of whoever leaves the book by it (rule EX-3a).</summary>
    private static async Task<IEnumerable<MembershipRecord>> OthersToCompareAsync(IUnitOfWork unit, List<MembershipRecord> changed, CancellationToken cancellationToken)
    {
        var left = changed.Where(static membership => membership.State.Kind != ExportState.InBatch).Select(static membership => new MembershipKey(membership.AddressBookId, membership.ContactId)).ToHashSet();
        return left.Count == 0
            ? []
            : Departure.OthersToCompare(await unit.Memberships.FindByContactAsync([.. left.Select(static key => key.ContactId)], cancellationToken).ConfigureAwait(false), left);
    }

    /// <summary>Tells Dotdigital.</summary>
    /// <returns>Since when the person is opted out, by Dotdigital's clock where it said so.</returns>
    private static async Task<DateTimeOffset> UnsubscribeAsync(AccountRun run, ConnectedList list, ContactRecord contact, CancellationToken cancellationToken)
    {
        var done = await TryUnsubscribeAsync(run, list, contact.Email.Value, cancellationToken).ConfigureAwait(false);
        if (contact.RemoteId is { } id && (done is null || done.SuppressedContact is { Id: > 0 } other && other.Id != id)
            && await FindAddressAsync(run, id, cancellationToken).ConfigureAwait(false) is { } moved && EmailAddress.TryParse(moved, out var now) && now != contact.Email)
        {
            // The person got another address in Dotdigital since the contacts were read; the no is the person's, not the address's alone.
            done = await TryUnsubscribeAsync(run, list, moved, cancellationToken).ConfigureAwait(false) ?? done;
        }

        return done?.DateRemoved ?? run.Time.GetUtcNow();
    }

    /// <returns>Null when Dotdigital does not have the address.</returns>
    private static async Task<ContactSuppression?> TryUnsubscribeAsync(AccountRun run, ConnectedList list, string email, CancellationToken cancellationToken)
    {
        try
        {
            return list.Connection.OptOutAction == OptOutAction.UnsubscribeFromAccount
                ? await run.Client.Contacts.UnsubscribeAsync(email, cancellationToken).ConfigureAwait(false)
                : await run.Client.Contacts.UnsubscribeFromAddressBookAsync(list.Connection.AddressBookId, email, cancellationToken).ConfigureAwait(false);
        }
        catch (DotdigitalNotFoundException)
        {
            return null;
        }
    }

    /// <returns>The address of a contact now; null when Dotdigital does not have the contact, so that nobody is left to be mailed.</returns>
    private static async Task<string?> FindAddressAsync(AccountRun run, long id, CancellationToken cancellationToken)
    {
        try
        {
            return (await run.Client.Contacts.GetAsync(id, cancellationToken).ConfigureAwait(false)).Email;
        }
        catch (DotdigitalNotFoundException)
        {
            return null;
        }
    }

    private static async Task RemoveAsync(AccountRun run, ConnectedList list, long remoteId, CancellationToken cancellationToken)
    {
        try
        {
            await run.Client.Contacts.RemoveFromAddressBookAsync(list.Connection.AddressBookId, remoteId, cancellationToken).ConfigureAwait(false);
        }
        catch (DotdigitalNotFoundException)
        {
            // The person is not in the book: that is what was asked for.
            return;
        }
    }
}
