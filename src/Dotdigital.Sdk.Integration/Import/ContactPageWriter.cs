using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.DataFields;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.OptOuts;
using Dotdigital.Sdk.Integration.Privacy;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.TwoWay;

namespace Dotdigital.Sdk.Integration.Import;

/// <summary>Stores one page of contacts as read from Dotdigital: the contact, its snapshot, its memberships and what follows from a changed status (rule IM-3).</summary>
internal sealed class ContactPageWriter
{
    private readonly AccountRun _run;
    private readonly Dictionary<string, DataFieldRecord> _dataFields;
    private readonly HashSet<int> _books;
    private readonly LateArrivals _lateArrivals;
    private readonly RemoteChanges _remoteChanges;

    private ContactPageWriter(AccountRun run, Dictionary<string, DataFieldRecord> dataFields, HashSet<int> books, LateArrivals lateArrivals, RemoteChanges remoteChanges)
    {
        _run = run;
        _dataFields = dataFields;
        _books = books;
        _lateArrivals = lateArrivals;
        _remoteChanges = remoteChanges;
    }

    public static async Task<ContactPageWriter> CreateAsync(AccountRun run, CancellationToken cancellationToken)
    {
        var remoteChanges = await RemoteChanges.LoadAsync(run, cancellationToken).ConfigureAwait(false);
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var dataFields = await unit.DataFields.GetAllAsync(cancellationToken).ConfigureAwait(false);
        var books = await IncludedBooks.FindAsync(unit, run, cancellationToken).ConfigureAwait(false);
        return new ContactPageWriter(
            run,
            dataFields.ToDictionary(static field => field.Name, StringComparer.OrdinalIgnoreCase),
            [.. books.Select(static book => book.Id)],
            await LateArrivals.LoadAsync(unit, cancellationToken).ConfigureAwait(false),
            remoteChanges);
    }

    public async Task<StepReport> WriteAsync(IUnitOfWork unit, IReadOnlyList<ContactV3> page, CancellationToken cancellationToken)
    {
        var report = new StepReport { Step = StepNames.ImportContacts, Read = page.Count };
        var rows = new Dictionary<EmailAddress, ContactV3>();
        foreach (var row in page)
        {
            // SMS-only contacts have no email, and are counted (rule IM-3).
            if (EmailAddress.TryParse(row.Identifiers.Email, out var email))
            {
                rows[email] = row;
            }
        }

        foreach (var forgotten in await ForgottenPeople.FindAsync(unit, rows.Keys, cancellationToken).ConfigureAwait(false))
        {
            rows.Remove(forgotten);
        }

        var matcher = await ContactMatcher.LoadAsync(unit, rows, cancellationToken).ConfigureAwait(false);
        var changes = new ContactPageChanges();
        foreach (var (email, row) in rows)
        {
            var (before, contact) = matcher.Match(email, row.ContactId);
            Apply(changes, before, contact, row);
        }

        await matcher.SaveAsync(unit, changes, cancellationToken).ConfigureAwait(false);
        var memberships = await ApplyListsAsync(unit, changes, cancellationToken).ConfigureAwait(false);
        await unit.Memberships.SaveAsync(memberships.Values, cancellationToken).ConfigureAwait(false);
        await OptOutPageWriter.QuietAsync(unit, [.. changes.OptedOut.Where(static t => t.AddressBookId is null).Select(static t => t.Contact.Id)], cancellationToken).ConfigureAwait(false);
        await OptOutRecorder.RecordAsync(unit, _run, changes.OptedOut, cancellationToken).ConfigureAwait(false);
        await ReturnRecorder.RecordAsync(unit, _run, changes.Returned, cancellationToken).ConfigureAwait(false);
        await CompareReplacedAsync(unit, changes, cancellationToken).ConfigureAwait(false);
        await CompareWithLostBatchesAsync(unit, changes, cancellationToken).ConfigureAwait(false);
        await _remoteChanges.RecordAsync(unit, changes, cancellationToken).ConfigureAwait(false);
        return report with { Added = changes.Added, Updated = changes.Saved.Count - changes.Added, Skipped = page.Count - changes.Saved.Count };
    }

    private void Apply(ContactPageChanges changes, ContactRecord? before, ContactRecord contact, ContactV3 row)
    {
        var status = new SubscriptionStatus(row.ChannelProperties?.Email?.Status.Value ?? row.Status.Value);
        var snapshot = FieldValues.Create(row.DataFields.Select(Canonical));
        var lastSubscribed = SystemDataFields.LastSubscribedOf(row.DataFields) ?? contact.LastSubscribedAt;
        if (contact.RemoteId is { } former && row.ContactId > 0 && former != row.ContactId)
        {
            changes.Replaced.Add(contact.Id);
            contact = contact with { IsUnread = false, NotKept = FieldValues.Empty };
        }

        var now = contact with
        {
            RemoteId = row.ContactId > 0 ? row.ContactId : contact.RemoteId,
            LastSubscribedAt = lastSubscribed,
            OptInType = row.ChannelProperties?.Email?.OptInType.Value ?? contact.OptInType,
            EmailType = row.ChannelProperties?.Email?.EmailType.Value ?? contact.EmailType,
        };
        now = now with { IsUnread = false, NotKept = NotKept.AfterRead(contact, snapshot, _remoteChanges.Mapped, out var isGivenUp) };
        if (isGivenUp)
        {
            changes.GivenUp.Add(now.Id);
        }

        if (!snapshot.Equals(contact.Snapshot))
        {
            now = now with { Snapshot = snapshot, SnapshotVersion = contact.SnapshotVersion + 1 };
        }

        now = ApplyStatus(changes, before, now, status);
        changes.Rows.Add(now.Id, row);
        if (before is null)
        {
            changes.Added++;
        }

        if (before is null || !now.Equals(before))
        {
            changes.Saved.Add(now.Id, (before, now));
        }
        else
        {
            changes.Unchanged.Add(now.Id, now);
        }
    }

    /// <summary>Only a subscription newer than the stored opt-out brings a person back (rules OP-4, OP-5); the same class rewritten does nothing.</summary>
    private ContactRecord ApplyStatus(ContactPageChanges changes, ContactRecord? before, ContactRecord contact, SubscriptionStatus status)
    {
        var was = contact.Status.Reachability;
        if (status.Reachability == Reachability.OptedOut)
        {
            if (was == Reachability.OptedOut)
            {
                return contact;
            }

            var optedOut = contact with { Status = status, UnsubscribedAt = _run.DotdigitalBegin };
            changes.OptedOut.Add(new OptOutTransition(optedOut, null, status, null));
            return optedOut;
        }

        if (was != Reachability.OptedOut)
        {
            return contact with { Status = status };
        }

        if (status.Reachability != Reachability.Reachable || !(contact.LastSubscribedAt > contact.UnsubscribedAt))
        {
            return contact;
        }

        if (_lateArrivals.MayHaveMade(before, addressBookId: null))
        {
            return contact with { UnsubscribedAt = contact.LastSubscribedAt };
        }

        var back = contact with { Status = status, UnsubscribedAt = null };
        changes.Returned.Add(new OptOutTransition(back, null, status, contact.LastSubscribedAt));
        return back;
    }

    private async Task<Dictionary<MembershipKey, MembershipRecord>> ApplyListsAsync(IUnitOfWork unit, ContactPageChanges changes, CancellationToken cancellationToken)
    {
        var known = (await unit.Memberships.FindByContactAsync([.. changes.Rows.Keys], cancellationToken).ConfigureAwait(false))
            .ToDictionary(static membership => new MembershipKey(membership.AddressBookId, membership.ContactId));
        var changed = new Dictionary<MembershipKey, MembershipRecord>();
        foreach (var membership in known.Values.Where(membership => IsOvertaken(membership, changes)).ToList())
        {
            var key = new MembershipKey(membership.AddressBookId, membership.ContactId);
            known[key] = changed[key] = membership with { RenameTo = null };
        }

        foreach (var (contactId, row) in changes.Rows)
        {
            var contact = changes.Contact(contactId);
            foreach (var list in row.Lists ?? [])
            {
                if (!_books.Contains(list.Id))
                {
                    continue;
                }

                var key = new MembershipKey(list.Id, contactId);
                var before = known.GetValueOrDefault(key);
                var after = ApplyListStatus(changes, before ?? new MembershipRecord { AddressBookId = list.Id, ContactId = contactId }, contact, new SubscriptionStatus(list.Status.Value));
                if (list.Status.Value is { } told && new SubscriptionStatus(told).Reachability == Reachability.Reachable && IsNewUnderANo(changes, row, after))
                {
                    after = _lateArrivals.TakenOut(after);
                }

                if (after.State is { Kind: ExportState.Due, Operation: ExportOperation.New or ExportOperation.Add })
                {
                    after = after with { State = MembershipState.Due(ExportOperation.Update) };
                }

                if (before is null || !after.Equals(before))
                {
                    changed[key] = after;
                }
            }
        }

        await _lateArrivals.ClaimAsync(unit, changes, known, changed, cancellationToken).ConfigureAwait(false);
        return changed;
    }

    /// <summary>
    /// A change of address under way that did not come last: the address that was read stays when its batch is settled. If it arrives after this read, another will tell.
    /// </summary>
    private static bool IsOvertaken(MembershipRecord membership, ContactPageChanges changes) =>
        membership is { RenameTo: { } renameTo, State.Kind: ExportState.InBatch } && changes.Saved.TryGetValue(membership.ContactId, out var saved)
        && saved.Before is { } former && former.Email != saved.After.Email && saved.After.Email != renameTo;

    /// <summary>Dotdigital has somebody new under an address that said no, and would mail them: the no clings to the address (rule EX-3b).</summary>
    private static bool IsNewUnderANo(ContactPageChanges changes, ContactV3 row, MembershipRecord membership) =>
        changes.Saved.TryGetValue(membership.ContactId, out var saved) && saved.Before?.RemoteId is null
        && new SubscriptionStatus(row.ChannelProperties?.Email?.Status.Value ?? row.Status.Value).Reachability == Reachability.Reachable
        && (membership.Status.Reachability == Reachability.OptedOut || saved.After.Status.Reachability == Reachability.OptedOut);

    private MembershipRecord ApplyListStatus(ContactPageChanges changes, MembershipRecord membership, ContactRecord contact, SubscriptionStatus status)
    {
        var was = membership.Status.Reachability;
        if (status.Reachability == Reachability.OptedOut)
        {
            if (was == Reachability.OptedOut)
            {
                return membership;
            }

            changes.OptedOut.Add(new OptOutTransition(contact, membership.AddressBookId, status, null));
            return membership with { Status = status, UnsubscribedAt = _run.DotdigitalBegin, State = OptOutPageWriter.Quiet(membership.State), RenameTo = null };
        }

        if (was != Reachability.OptedOut)
        {
            return membership with { Status = status };
        }

        if (status.Reachability != Reachability.Reachable || !(contact.LastSubscribedAt > membership.UnsubscribedAt))
        {
            return membership;
        }

        if (changes.Saved.TryGetValue(contact.Id, out var saved) && _lateArrivals.MayHaveMade(saved.Before, membership.AddressBookId))
        {
            return membership with { UnsubscribedAt = contact.LastSubscribedAt };
        }

        changes.Returned.Add(new OptOutTransition(contact, membership.AddressBookId, status, contact.LastSubscribedAt));
        return membership with { Status = status, UnsubscribedAt = null };
    }

    /// <summary>
    /// A contact that was made anew has none of its items' values, and nobody edited them away: they are compared, as those of a newly linked item are (rule EX-3).
    /// Only in the books that it is told to be in; that it is in none of the former one's others is the reconcile's to find (rule IM-12).
    /// </summary>
    private static async Task CompareReplacedAsync(IUnitOfWork unit, ContactPageChanges changes, CancellationToken cancellationToken)
    {
        if (changes.Replaced.Count == 0)
        {
            return;
        }

        var memberships = (await unit.Memberships.FindByContactAsync(changes.Replaced, cancellationToken).ConfigureAwait(false))
            .Where(membership => membership.Status.Reachability == Reachability.Reachable && changes.Contact(membership.ContactId).Status.Reachability != Reachability.OptedOut
                && changes.Rows[membership.ContactId].Lists?.Any(list => list.Id == membership.AddressBookId) == true);
        await unit.Memberships.SaveAsync([.. Departure.OthersToCompare(memberships)], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A value that went back to what a lost batch carried arrived late: the host's value is due again (rule EX-6).</summary>
    private async Task CompareWithLostBatchesAsync(IUnitOfWork unit, ContactPageChanges changes, CancellationToken cancellationToken)
    {
        if (!_lateArrivals.HasLostBatches)
        {
            return;
        }

        var changed = changes.Saved.Where(static pair => pair.Value.Before is { } before && !before.Snapshot.Equals(pair.Value.After.Snapshot)).ToDictionary(static pair => pair.Key, static pair => pair.Value);
        var lost = await unit.Batches.FindLostMembersAsync(changed.Keys, cancellationToken).ConfigureAwait(false);
        var late = lost
            .Where(member => member.Sent.Any(sent =>
                !string.Equals(changed[member.ContactId].Before!.Snapshot[sent.Key] ?? string.Empty, sent.Value, StringComparison.Ordinal)
                && string.Equals(changed[member.ContactId].After.Snapshot[sent.Key] ?? string.Empty, sent.Value, StringComparison.Ordinal)))
            .Select(static member => member.ContactId)
            .ToHashSet();
        if (late.Count == 0)
        {
            return;
        }

        var due = (await unit.Memberships.FindByContactAsync(late, cancellationToken).ConfigureAwait(false))
            .Where(static membership => membership is { ItemId: not null, State.Kind: ExportState.Clean })
            .Select(static membership => membership with { State = MembershipState.Due(ExportOperation.Update) })
            .ToList();
        await unit.Memberships.SaveAsync(due, cancellationToken).ConfigureAwait(false);
    }

    private KeyValuePair<string, string?> Canonical(KeyValuePair<string, Dotdigital.Sdk.DataFields.DataFieldValue> value) =>
        _dataFields.TryGetValue(value.Key, out var field)
            ? new(field.Name, CanonicalValue.FromRemote(value.Value, field.Type))
            : new(value.Key, CanonicalValue.FromRemote(value.Value, DataFieldType.Unknown));
}
