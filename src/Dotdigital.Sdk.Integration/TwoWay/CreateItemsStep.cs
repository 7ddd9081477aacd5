using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Privacy;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.TwoWay;

/// <summary>
/// Rule IM-5: contacts of the connected address book that no item of the list has the address of become records of the host. Runs after a complete pass over the
/// list's keys; looks at everybody in the book once, when the option is switched on, and then at whom a read told of. Nobody who opted out or is withheld is
/// created.
/// </summary>
internal static class CreateItemsStep
{
    private const int SweepSize = 2000;
    private const int PageSize = 200;

    /// <summary>Whether a membership may be of somebody whom the host does not have.</summary>
    public static bool IsCandidate(TwoWayList list, MembershipRecord membership, ContactRecord contact) =>
        membership.AddressBookId == list.List.Book.Id
        && (membership.ItemId is null || membership.ConnectionId != list.ConnectionId)
        && membership.State.Kind != ExportState.InBatch
        && membership.State.Operation != ExportOperation.Remove
        && membership.Status.Reachability == Reachability.Reachable
        && contact.Status.Reachability == Reachability.Reachable;

    public static async Task<StepReport> RunAsync(AccountRun run, ConnectedList connected, Func<ConnectedList, ListMapping> mappingOf, CancellationToken cancellationToken)
    {
        var report = new StepReport { Step = StepNames.CreateItems, Scope = connected.List.Name };
        var list = new TwoWayList(connected, mappingOf(connected));
        await SweepAsync(run, list, cancellationToken).ConfigureAwait(false);
        long after = 0;
        while (true)
        {
            var (page, last) = await LoadAsync(run, list, after, cancellationToken).ConfigureAwait(false);
            if (last == after)
            {
                return report;
            }

            after = last;
            report = report with { Read = report.Read + page.Candidates.Count + page.Dropped.Count, Skipped = report.Skipped + page.Dropped.Count };
            var found = await FindAsync(run, list, page, cancellationToken).ConfigureAwait(false);
            foreach (var candidate in page.Candidates.Where(candidate => !found.ContainsKey(candidate.Contact.Email)))
            {
                await CreateAsync(run, list, page, candidate, cancellationToken).ConfigureAwait(false);
            }

            var linked = await StoreAsync(run, list, page, found, cancellationToken).ConfigureAwait(false);
            report = report with
            {
                Added = report.Added + page.Created.Count,
                Updated = report.Updated + linked - page.Created.Count,
                SetAside = report.SetAside + page.Refused.Count,
                Error = page.Refused.Count > 0 ? $"The host made no record of some contacts, which is tried again: {page.Refused[0].Error}" : report.Error,
            };
            run.Tell(StepNames.CreateItems, connected.List.Name, report.Read);
        }
    }

    /// <summary>Switched off, the next switching on looks at everybody again.</summary>
    public static async Task ForgetAsync(AccountRun run, ConnectedList list, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        if ((await unit.Watermarks.GetAsync(StepNames.CreateItems, list.Book.Id, cancellationToken).ConfigureAwait(false)).At is not null)
        {
            await unit.Watermarks.DeleteAsync(StepNames.CreateItems, list.Book.Id, cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Everybody in the book is looked at once; until that is done, reads note nobody.</summary>
    private static async Task SweepAsync(AccountRun run, TwoWayList list, CancellationToken cancellationToken)
    {
        var filter = new MembershipFilter { AddressBookId = list.List.Book.Id };
        MembershipKey? after = null;
        while (true)
        {
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            var mark = await unit.Watermarks.GetAsync(StepNames.CreateItems, list.List.Book.Id, cancellationToken).ConfigureAwait(false);
            if (mark.At is not null)
            {
                return;
            }

            var page = await unit.Memberships.PageAsync(filter, after, SweepSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                await unit.Watermarks.SaveAsync(mark with { At = run.DotdigitalBegin }, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                after = new MembershipKey(page[^1].Membership.AddressBookId, page[^1].Contact.Id);
                var missing = page.Where(view => IsCandidate(list, view.Membership, view.Contact)).ToList();
                var staged = await StagedAsync(unit, list, [.. missing.Select(static view => view.Contact.Email)], cancellationToken).ConfigureAwait(false);
                var candidates = missing
                    .Where(view => !staged.Contains(view.Contact.Email))
                    .Select(view => new HostWriteRecord { ConnectionId = list.ConnectionId, ContactId = view.Contact.Id, IsCreation = true, CreatedAt = run.Time.GetUtcNow() });
                await unit.HostWrites.AddAsync([.. candidates], cancellationToken).ConfigureAwait(false);
            }

            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<(CreationPage Page, long Last)> LoadAsync(AccountRun run, TwoWayList list, long after, CancellationToken cancellationToken)
    {
        var page = new CreationPage();
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var writes = await unit.HostWrites.PageDueAsync(list.ConnectionId, isCreation: true, run.Time.GetUtcNow(), after, PageSize, cancellationToken).ConfigureAwait(false);
        if (writes.Count == 0)
        {
            return (page, after);
        }

        List<long> ids = [.. writes.Select(static write => write.ContactId)];
        var contacts = (await unit.Contacts.FindAsync(ids, cancellationToken).ConfigureAwait(false)).ToDictionary(static contact => contact.Id);
        var memberships = (await unit.Memberships.FindByContactAsync(ids, cancellationToken).ConfigureAwait(false))
            .Where(membership => membership.AddressBookId == list.List.Book.Id)
            .ToDictionary(static membership => membership.ContactId);
        List<EmailAddress> emails = [.. contacts.Values.Select(static contact => contact.Email)];
        var staged = await StagedAsync(unit, list, emails, cancellationToken).ConfigureAwait(false);
        var optedOut = (await unit.ListItems.FindByEmailAsync(emails, cancellationToken).ConfigureAwait(false)).Select(static item => item.Email!.Value).ToHashSet();
        optedOut.UnionWith(await ForgottenPeople.FindAsync(unit, emails, cancellationToken).ConfigureAwait(false));
        foreach (var write in writes)
        {
            if (contacts.TryGetValue(write.ContactId, out var contact) && memberships.TryGetValue(write.ContactId, out var membership)
                && IsCandidate(list, membership, contact) && !staged.Contains(contact.Email) && !optedOut.Contains(contact.Email))
            {
                page.Candidates.Add((write, contact));
            }
            else
            {
                page.Dropped.Add(write.ContactId);
            }
        }

        return (page, writes[^1].ContactId);
    }

    private static async Task<HashSet<EmailAddress>> StagedAsync(IUnitOfWork unit, TwoWayList list, IReadOnlyCollection<EmailAddress> emails, CancellationToken cancellationToken) =>
        emails.Count == 0 ? [] : [.. (await unit.ListKeys.FindByEmailAsync(list.ConnectionId, emails, cancellationToken).ConfigureAwait(false)).Select(static key => key.Email)];

    /// <summary>The records that the host has outside the list's segment, or made in an earlier attempt.</summary>
    private static async Task<Dictionary<EmailAddress, ListKey>> FindAsync(AccountRun run, TwoWayList list, CreationPage page, CancellationToken cancellationToken)
    {
        var found = new Dictionary<EmailAddress, ListKey>();
        if (page.Candidates.Count == 0)
        {
            return found;
        }

        var session = OpenWriter(run, list);
        await using (session.ConfigureAwait(false))
        {
            foreach (var key in await session.Writer.FindItemsAsync([.. page.Candidates.Select(static candidate => candidate.Contact.Email.Value)], cancellationToken).ConfigureAwait(false))
            {
                if (EmailAddress.TryParse(key.Email, out var email) && (!found.TryGetValue(email, out var other) || string.CompareOrdinal(key.ItemId, other.ItemId) < 0))
                {
                    found[email] = key;
                }
            }
        }

        return found;
    }

    private static async Task CreateAsync(AccountRun run, TwoWayList list, CreationPage page, (HostWriteRecord Write, ContactRecord Contact) candidate, CancellationToken cancellationToken)
    {
        var (write, contact) = candidate;
        try
        {
            var id = EventIds.For(run.Account, nameof(NewItem), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{list.ConnectionId}/{contact.Id}"));
            var item = new NewItem(id, contact.Email.Value, FieldsOf(list, contact));
            var session = OpenWriter(run, list);
            await using (session.ConfigureAwait(false))
            {
                page.Created[contact.Email] = await session.Writer.CreateAsync(item, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception refused) when (refused is not MarketingListException && (refused is not OperationCanceledException || !cancellationToken.IsCancellationRequested))
        {
            page.Refused.Add(HostWriteRetries.Refused(write, refused, run.Time.GetUtcNow()));
        }
    }

    private static List<FieldWrite> FieldsOf(TwoWayList list, ContactRecord contact)
    {
        var fields = new List<FieldWrite>();
        foreach (var column in list.TwoWay)
        {
            if (contact.Snapshot[column.Field.Name] is not { } text)
            {
                continue;
            }

            var field = list.FieldOf(column);
            if (!HostValue.TryConvert(text, field.Type, column.Field.Type, column.Zone, out var value))
            {
                throw new HostWriteRefusedException(
                    list.List.List.Name,
                    $"cannot have a record made of a contact: what Dotdigital has in data field '{column.Field.Name}' is no {field.Type.Name}; correct it in Dotdigital, or map the field one-way.");
            }

            fields.Add(new FieldWrite(field.Name, value));
        }

        return fields;
    }

    private static async Task<int> StoreAsync(AccountRun run, TwoWayList list, CreationPage page, Dictionary<EmailAddress, ListKey> found, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var items = page.Candidates
            .Select(candidate => (candidate.Contact, ItemId: page.Created.GetValueOrDefault(candidate.Contact.Email) ?? (found.TryGetValue(candidate.Contact.Email, out var key) && !key.IsOptedOut ? key.ItemId : null)))
            .Where(static pair => !string.IsNullOrEmpty(pair.ItemId))
            .ToList();
        var taken = (await unit.Memberships.FindByItemAsync(list.ConnectionId, [.. items.Select(static pair => pair.ItemId!)], cancellationToken).ConfigureAwait(false))
            .Select(static view => view.Membership.ItemId!).ToHashSet(StringComparer.Ordinal);
        var memberships = (await unit.Memberships.FindByContactAsync([.. items.Select(static pair => pair.Contact.Id)], cancellationToken).ConfigureAwait(false))
            .Where(membership => membership.AddressBookId == list.List.Book.Id)
            .ToDictionary(static membership => membership.ContactId);

        // An item that is linked to another contact has another address in the list's view: the export renames that contact.
        var linked = items
            .Where(pair => memberships.ContainsKey(pair.Contact.Id) && taken.Add(pair.ItemId!))
            .Select(pair => (Membership: memberships[pair.Contact.Id] with { ConnectionId = list.ConnectionId, ItemId = pair.ItemId, CameFromRemote = true, State = MembershipState.Clean, RenameTo = null }, pair.Contact))
            .ToList();
        await unit.HostWrites.DeleteAsync(
            list.ConnectionId,
            [.. page.Dropped, .. page.Candidates.Select(static candidate => candidate.Contact.Id).Except(page.Refused.Select(static write => write.ContactId))],
            cancellationToken).ConfigureAwait(false);
        await unit.HostWrites.SaveAsync(page.Refused, cancellationToken).ConfigureAwait(false);
        await unit.Memberships.SaveAsync([.. linked.Select(static pair => pair.Membership)], cancellationToken).ConfigureAwait(false);
        await OfferedValues.OfferLinkedAsync(unit, run, list, [.. linked.Where(pair => !page.Created.ContainsKey(pair.Contact.Email))], cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        return linked.Count;
    }

    private static ListWriterSession OpenWriter(AccountRun run, TwoWayList list) => run.Lists.OpenWriter(list.List.List) ?? throw new MarketingListException(
        list.List.List.Name, "is to create entities, and has no writer: give it one (MarketingList.Writer), or switch the creation off.");
}
