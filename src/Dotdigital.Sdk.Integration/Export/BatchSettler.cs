using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Import;
using Dotdigital.Sdk.Integration.OptOuts;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.TwoWay;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>
/// Settles the members of a batch that ended, a page and a unit at a time, each member once: a kill in between leaves the rest InBatch and the
/// batch Ended, and the next run goes on (rules ST-2, ST-3).
/// </summary>
internal sealed class BatchSettler
{
    private const int PageSize = 2000;
    private const int MostFailures = 3;

    private static readonly TimeSpan LongestBackOff = TimeSpan.FromDays(1);

    private readonly AccountRun _run;
    private readonly BatchRecord _batch;
    private readonly BatchOutcome _outcome;
    private readonly BatchResult _result;

    public BatchSettler(AccountRun run, BatchRecord batch, BatchOutcome outcome, BatchResult result)
    {
        _run = run;
        _batch = batch;
        _outcome = outcome;
        _result = result;
    }

    /// <summary>Settles every member, and the batch with the last.</summary>
    /// <returns>How many were set aside.</returns>
    public async Task<long> SettleAsync(CancellationToken cancellationToken)
    {
        long setAside = 0;
        long after = 0;
        while (true)
        {
            await using var unit = await _run.BeginAsync(cancellationToken).ConfigureAwait(false);
            var members = await unit.Batches.PageMembersAsync(_batch.Id, after, PageSize, cancellationToken).ConfigureAwait(false);
            if (members.Count == 0)
            {
                await unit.Batches.DeleteMembersAsync(_batch.Id, cancellationToken).ConfigureAwait(false);
                await unit.Batches.SaveAsync(_batch with { State = BatchState.Settled, SettledAt = _run.Time.GetUtcNow(), Report = _result.Report, Error = ErrorOf() }, cancellationToken).ConfigureAwait(false);
                await TellFailureAsync(unit, cancellationToken).ConfigureAwait(false);
                await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
                _run.Telemetry.BatchEnded(_run.Account, _batch, _batch.Outcome ?? _outcome.ToString(), _run.Time.GetUtcNow());
                return setAside;
            }

            setAside += await SettlePageAsync(unit, members, cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            after = members[^1].ContactId;
        }
    }

    private async Task TellFailureAsync(IUnitOfWork unit, CancellationToken cancellationToken)
    {
        if (_outcome == BatchOutcome.Finished)
        {
            return;
        }

        var connections = await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false);
        var failed = new BatchFailed
        {
            EventId = Guid.CreateVersion7(),
            Account = _run.Account.Value,
            RecordedAt = _run.Time.GetUtcNow(),
            ListName = connections.FirstOrDefault(connection => connection.Id == _batch.ConnectionId)?.ListName ?? string.Empty,
            BatchId = _batch.Id,
            Outcome = _batch.Outcome ?? string.Empty,
            MemberCount = _batch.MemberCount,
        };
        await unit.Outbox.AddAsync([failed.ToOutbox()], cancellationToken).ConfigureAwait(false);
    }

    private string? ErrorOf() => _outcome == BatchOutcome.Finished ? _batch.Error : $"Dotdigital ended it as {_batch.Outcome}.";

    private async Task<int> SettlePageAsync(IUnitOfWork unit, IReadOnlyList<BatchMemberRecord> members, CancellationToken cancellationToken)
    {
        var memberships = await BatchMembers.FindAsync(unit, _batch, members, cancellationToken).ConfigureAwait(false);
        if (_batch.Kind == BatchKind.Removal)
        {
            await SettleRemovalAsync(unit, memberships, cancellationToken).ConfigureAwait(false);
            return 0;
        }

        var memberOf = members.ToDictionary(static member => member.ContactId);
        var contacts = (await unit.Contacts.FindAsync([.. memberships.Select(static membership => membership.ContactId)], cancellationToken).ConfigureAwait(false))
            .ToDictionary(static contact => contact.Id);
        var settled = new List<MembershipRecord>(memberships.Count);
        var changedContacts = new List<ContactRecord>(memberships.Count);
        var optedOut = new List<OptOutTransition>();
        var moved = new List<(MembershipRecord Membership, ContactRecord Contact, EmailAddress Sent)>();
        foreach (var membership in memberships)
        {
            var contact = contacts[membership.ContactId];
            var member = memberOf[membership.ContactId];
            var (now, changed) = Settle(membership, contact, member);
            settled.Add(now with { LastBatchId = _batch.Id });
            if (ReachedAnother(contact, member))
            {
                moved.Add((settled[^1], contact, member.Email));
            }

            if (!ReferenceEquals(changed, contact))
            {
                changedContacts.Add(changed);
            }

            if (contact.Status.Reachability != Reachability.OptedOut && changed.Status.Reachability == Reachability.OptedOut)
            {
                optedOut.Add(new OptOutTransition(changed, null, changed.Status, null));
            }
        }

        await LetGoOfFormerAddressesAsync(unit, settled, contacts, changedContacts, cancellationToken).ConfigureAwait(false);
        var isLetGo = settled.Where(static membership => membership.ItemId is null).ToDictionary(static membership => membership.ContactId);
        moved = [.. moved.Select(member => isLetGo.TryGetValue(member.Membership.ContactId, out var left) ? member with { Membership = left } : member)];
        await SettleHostWritesAsync(unit, memberOf, contacts, changedContacts, cancellationToken).ConfigureAwait(false);
        await LeaveTakenIdsAsync(unit, contacts, changedContacts, cancellationToken).ConfigureAwait(false);
        var renamed = _batch.Kind == BatchKind.Rename ? await TakenAddressesAsync(unit, changedContacts, cancellationToken).ConfigureAwait(false) : [];
        await unit.Contacts.SaveAsync([.. changedContacts.Where(contact => !renamed.Contains(contact.Id))], cancellationToken).ConfigureAwait(false);
        await KeepHoldersAsync(unit, members, cancellationToken).ConfigureAwait(false);
        await unit.Memberships.SaveAsync(settled, cancellationToken).ConfigureAwait(false);
        await unit.Memberships.SaveAsync(await FormerAddresses.SettleAsync(unit, _batch, moved, Arrived(), cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        await ReconcileCandidates.DropSentAsync(unit, _batch.AddressBookId, contacts.Values, cancellationToken).ConfigureAwait(false);
        await OptOutPageWriter.QuietAsync(unit, [.. optedOut.Select(static transition => transition.Contact.Id)], cancellationToken).ConfigureAwait(false);
        await OptOutRecorder.RecordAsync(unit, _run, optedOut, cancellationToken).ConfigureAwait(false);
        return settled.Count(static membership => membership.State.Kind is ExportState.Held or ExportState.Faulted);
    }

    /// <summary>An item that moved to an address that opted out, or cannot be delivered to, while its former one travelled leaves the former one now (rules S-4, EX-3b).</summary>
    private async Task LetGoOfFormerAddressesAsync(
        IUnitOfWork unit, List<MembershipRecord> settled, Dictionary<long, ContactRecord> contacts, List<ContactRecord> changed, CancellationToken cancellationToken)
    {
        var connection = (await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(connection => connection.Id == _batch.ConnectionId);
        if (connection is null)
        {
            return;
        }

        var items = settled.Where(membership => membership.ConnectionId == connection.Id && membership.ItemId is not null).Select(static membership => membership.ItemId!).ToList();
        var addressOf = (await unit.ListItems.FindAsync(connection.ListName, items, cancellationToken).ConfigureAwait(false))
            .Where(static item => item is { Origin: OptOutOrigin.Dotdigital, Email: not null })
            .ToDictionary(static item => item.ItemId, static item => item.Email!.Value, StringComparer.Ordinal);
        var emailOf = changed.ToDictionary(static contact => contact.Id, static contact => contact.Email);
        for (var i = 0; i < settled.Count && addressOf.Count > 0; i++)
        {
            var id = settled[i].ContactId;
            if (settled[i].ItemId is { } item && addressOf.TryGetValue(item, out var address) && (emailOf.TryGetValue(id, out var email) ? email : contacts[id].Email) != address)
            {
                settled[i] = Departure.Of(settled[i]);
            }
        }
    }

    /// <summary>No earlier than the batch's arrival.</summary>
    private DateTimeOffset Arrived()
    {
        var now = _run.Time.GetUtcNow();
        return now > _run.DotdigitalBegin ? now : _run.DotdigitalBegin;
    }

    private async Task SettleHostWritesAsync(
        IUnitOfWork unit, Dictionary<long, BatchMemberRecord> members, Dictionary<long, ContactRecord> contacts, List<ContactRecord> changed, CancellationToken cancellationToken)
    {
        if (_outcome != BatchOutcome.Finished)
        {
            return;
        }

        var delivered = members.Where(member => !_result.Faults.ContainsKey(member.Value.Email) && contacts.ContainsKey(member.Key)).ToDictionary(static member => member.Key, static member => member.Value);
        var settled = contacts.ToDictionary(static contact => contact.Key, static contact => contact.Value);
        foreach (var contact in changed)
        {
            settled[contact.Id] = contact;
        }

        await HostWritesUnderWay.SettleAsync(unit, _batch.ConnectionId, delivered, settled, cancellationToken).ConfigureAwait(false);
    }

    private async Task SettleRemovalAsync(IUnitOfWork unit, IReadOnlyList<MembershipRecord> memberships, CancellationToken cancellationToken)
    {
        if (_outcome == BatchOutcome.Finished)
        {
            // Who opted out of the book while the removal travelled is remembered: no later item of that address may bring them back (rule OP-5).
            var kept = memberships.Where(static membership => membership.Status.Reachability == Reachability.OptedOut).ToList();
            await unit.Memberships.DeleteAsync([.. memberships.Except(kept).Select(static membership => new MembershipKey(membership.AddressBookId, membership.ContactId))], cancellationToken).ConfigureAwait(false);
            await unit.Memberships.SaveAsync([.. kept.Select(static membership => membership with { ConnectionId = null, ItemId = null, AddedBy = null, State = MembershipState.Clean, LastFault = null, NotBefore = null })], cancellationToken).ConfigureAwait(false);
            return;
        }

        await unit.Memberships.SaveAsync([.. memberships.Select(membership => Departure.MayBeDone(Failed(membership, contact: null)) with { LastBatchId = _batch.Id })], cancellationToken).ConfigureAwait(false);
    }

    private (MembershipRecord Membership, ContactRecord Contact) Settle(MembershipRecord membership, ContactRecord contact, BatchMemberRecord member) => _outcome switch
    {
        BatchOutcome.Finished when _result.Faults.TryGetValue(member.Email, out var fault) => SettleFault(membership, contact, member, fault),
        BatchOutcome.Finished when !_result.IsRead && (contact.Status.Reachability == Reachability.OptedOut || membership.Status.Reachability == Reachability.OptedOut) => (membership with { State = MembershipState.Clean, RenameTo = null }, contact),
        BatchOutcome.Finished => SettleDelivered(membership, contact, member),
        BatchOutcome.Rejected => (Held(membership, SetAsideReason.RejectedByWatchdog, "Dotdigital's watchdog rejected the import: have the data or the account's standing looked at, then release it."), contact),
        BatchOutcome.OverLimit => (Held(membership, SetAsideReason.ExceedsContactLimit, "The account's contact allowance is used up: extend it in Dotdigital, then release it."), contact),
        _ => (Failed(membership, contact), contact),
    };

    /// <summary>The contact got another address in Dotdigital meanwhile: what was sent reached whoever has the former one, not this contact.</summary>
    private bool ReachedAnother(ContactRecord contact, BatchMemberRecord member) =>
        _outcome == BatchOutcome.Finished && _batch.Kind != BatchKind.Rename && contact.Email != member.Email
        && (!_result.Faults.TryGetValue(member.Email, out var fault) || fault.Reason.Kind is FaultKind.SoftBounced or FaultKind.PartlyApplied);

    private (MembershipRecord Membership, ContactRecord Contact) SettleDelivered(MembershipRecord membership, ContactRecord contact, BatchMemberRecord member)
    {
        if (ReachedAnother(contact, member))
        {
            return (BatchMembers.DueAgain(membership, contact) with { Failures = 0, LastFault = null }, contact);
        }

        var settled = contact with
        {
            RemoteId = contact.RemoteId ?? (_result.RemoteIds.TryGetValue(member.Email, out var id) ? id : null),
            Email = _batch.Kind == BatchKind.Rename && membership.RenameTo is not null ? member.Email : contact.Email,
            Snapshot = contact.Snapshot.With(Delivered(contact, member)),
            IsUnread = true,
        };
        var isReachable = IsReachable(contact.Status) && IsReachable(membership.Status);
        var isBehind = membership.UpdateVersion != member.UpdateVersion || _batch.Kind == BatchKind.Rename;
        var now = membership with
        {
            State = isBehind && isReachable && membership.ItemId is not null ? MembershipState.Due(ExportOperation.Update) : MembershipState.Clean,
            RenameTo = null,
            Failures = 0,
            LastFault = null,
        };
        return (now, settled.Equals(contact) ? contact : settled);
    }

    /// <summary>
    /// The values delivered. Where a read changed the snapshot while the batch travelled, a field that neither kept its base nor shows what was sent was
    /// edited in Dotdigital afterwards, and stays as read; and where any shows what was sent, the row had arrived before the read, and all stay.
    /// </summary>
    private static FieldValues Delivered(ContactRecord contact, BatchMemberRecord member)
    {
        if (contact.SnapshotVersion == member.SnapshotVersion)
        {
            return member.Sent;
        }

        var untouched = member.Sent.Where(sent => IsSame(contact.Snapshot[sent.Key], member.Base[sent.Key])).ToList();
        var hadArrived = member.Sent.Any(sent => !IsSame(sent.Value, member.Base[sent.Key]) && IsSame(contact.Snapshot[sent.Key], sent.Value));
        return hadArrived ? FieldValues.Empty : FieldValues.Create(untouched.Select(static sent => KeyValuePair.Create(sent.Key, (string?)sent.Value)));
    }

    /// <summary>A field that is not there is one without a value.</summary>
    private static bool IsSame(string? one, string? other) => string.Equals(one ?? string.Empty, other ?? string.Empty, StringComparison.Ordinal);

    private (MembershipRecord Membership, ContactRecord Contact) SettleFault(MembershipRecord membership, ContactRecord contact, BatchMemberRecord member, BatchFault fault)
    {
        switch (fault.Reason.Kind)
        {
            case FaultKind.SoftBounced:
            case FaultKind.PartlyApplied:
                var (delivered, now) = SettleDelivered(membership, contact, member);
                return (delivered with { LastFault = fault.Text }, fault.Reason.Status.Value is null ? now : now with { Status = fault.Reason.Status });
            case FaultKind.Pending:
                // Not sent while it is withheld, and due again as soon as the person confirms.
                return (membership with { Status = fault.Reason.Status, State = MembershipState.Due(membership.State.Operation), LastFault = fault.Text }, contact);
            case FaultKind.AccountOptOut:
                return (
                    membership with { State = MembershipState.Held(SetAsideReason.OptOutReported), LastFault = fault.Text, RenameTo = null },
                    contact.Status.Reachability == Reachability.OptedOut ? contact : contact with { Status = fault.Reason.Status, UnsubscribedAt = _run.DotdigitalBegin });
            case FaultKind.OptOut:
                return (membership with { State = MembershipState.Held(SetAsideReason.OptOutReported), LastFault = fault.Text, RenameTo = null }, contact);
            case FaultKind.Duplicate when _batch.Kind == BatchKind.Rename:
                // Another contact has the address: the next pass links the item to that one.
                return (Failed(membership, contact) with { LastFault = fault.Text }, contact);
            default:
                return (membership with { State = ChangedMeanwhile(membership, contact, member) ?? MembershipState.Faulted(fault.Reason.SetAside), LastFault = fault.Text }, contact);
        }
    }

    /// <summary>An item that changed while its row was refused is tried again with its new values.</summary>
    private static MembershipState? ChangedMeanwhile(MembershipRecord membership, ContactRecord contact, BatchMemberRecord member) =>
        membership.UpdateVersion != member.UpdateVersion ? BatchMembers.DueAgain(membership, contact).State : null;

    /// <summary>Tried again later, three times at most; a removal is tried for ever, at most a day apart: no change of an item would ever release it (rule ST-3).</summary>
    private MembershipRecord Failed(MembershipRecord membership, ContactRecord? contact)
    {
        var failures = membership.Failures + 1;
        if (failures >= MostFailures && membership.State.Operation != ExportOperation.Remove)
        {
            return Held(membership, SetAsideReason.FailedRepeatedly, $"Dotdigital ended its batch as {_batch.Outcome} {MostFailures} times in a row: look at the batch's report, then release it.");
        }

        var again = BatchMembers.DueAgain(membership, contact);
        return again with
        {
            Failures = failures,
            NotBefore = again.State.Kind == ExportState.Due ? _run.Time.GetUtcNow() + BackOff(_run.Options.CycleInterval, failures) : null,
            LastFault = $"Its batch ended as {_batch.Outcome}.",
        };
    }

    private static TimeSpan BackOff(TimeSpan interval, int failures)
    {
        var longer = interval * Math.Pow(2, Math.Min(failures, 10) - 1);
        return longer < LongestBackOff ? longer : LongestBackOff > interval ? LongestBackOff : interval;
    }

    private static MembershipRecord Held(MembershipRecord membership, string reason, string fault) =>
        membership with { State = MembershipState.Held(reason), LastFault = fault };

    /// <summary>An id that another stored contact has stays there until the contacts' read makes one of the two (rule IM-3).</summary>
    private static async Task LeaveTakenIdsAsync(IUnitOfWork unit, Dictionary<long, ContactRecord> contacts, List<ContactRecord> changed, CancellationToken cancellationToken)
    {
        var told = changed.Where(contact => contact.RemoteId is not null && contacts[contact.Id].RemoteId is null).Select(static contact => contact.RemoteId!.Value).ToHashSet();
        var holderOf = (told.Count == 0 ? [] : await unit.Contacts.FindByRemoteIdAsync(told, cancellationToken).ConfigureAwait(false)).ToDictionary(static contact => contact.RemoteId!.Value, static contact => contact.Id);
        for (var i = 0; i < changed.Count; i++)
        {
            if (changed[i].RemoteId is { } id && holderOf.TryGetValue(id, out var holder) && holder != changed[i].Id)
            {
                changed[i] = changed[i] with { RemoteId = null };
            }
        }
    }

    /// <summary>
    /// Contacts that Dotdigital has under the new address of another one, and that are not stored: they may be in no book that is read, so no read would ever tell
    /// of them. They are stored by their address, so that their items are linked to them (rule EX-3b).
    /// </summary>
    private async Task KeepHoldersAsync(IUnitOfWork unit, IReadOnlyList<BatchMemberRecord> members, CancellationToken cancellationToken)
    {
        if (_batch.Kind != BatchKind.Rename || _outcome != BatchOutcome.Finished)
        {
            return;
        }

        var taken = members.Select(static member => member.Email).Where(email => _result.Faults.GetValueOrDefault(email)?.Reason.Kind == FaultKind.Duplicate).ToHashSet();
        taken.ExceptWith((taken.Count == 0 ? [] : await unit.Contacts.FindByEmailAsync(taken, cancellationToken).ConfigureAwait(false)).Select(static contact => contact.Email));
        if (taken.Count > 0)
        {
            var id = await unit.Contacts.AllocateIdsAsync(taken.Count, cancellationToken).ConfigureAwait(false);
            await unit.Contacts.SaveAsync([.. taken.Select(email => new ContactRecord { Id = id++, Email = email })], cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A contact whose new address another stored contact took meanwhile keeps its own until the contacts' read sorts them out (rule IM-3).</summary>
    private static async Task<HashSet<long>> TakenAddressesAsync(IUnitOfWork unit, List<ContactRecord> renamed, CancellationToken cancellationToken)
    {
        var holders = await unit.Contacts.FindByEmailAsync([.. renamed.Select(static contact => contact.Email)], cancellationToken).ConfigureAwait(false);
        var holderOf = holders.ToDictionary(static contact => contact.Email, static contact => contact.Id);
        return [.. renamed.Where(contact => holderOf.TryGetValue(contact.Email, out var holder) && holder != contact.Id).Select(static contact => contact.Id)];
    }

    private static bool IsReachable(SubscriptionStatus status) => status.Reachability is Reachability.Unknown or Reachability.Reachable;
}
