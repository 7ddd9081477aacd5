using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Import;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.TwoWay;

/// <summary>
/// Records, in the unit that stores a page of contacts, what the host is to be told of it: values changed in Dotdigital (rule IM-4), contacts that it may not have
/// (rule IM-5), and host values to be put back (rules MP-6, W-3). A value that equals one we sent and that may still arrive is ours, and causes nothing (rule W-3).
/// </summary>
internal sealed class RemoteChanges
{
    private readonly AccountRun _run;
    private readonly Dictionary<int, TwoWayList> _lists;
    private readonly List<TwoWayList> _creating;
    private readonly bool _hasTravelling;

    private RemoteChanges(AccountRun run, IReadOnlyList<TwoWayList> lists, List<TwoWayList> creating, bool hasTravelling)
    {
        _run = run;
        _lists = lists.ToDictionary(static list => list.ConnectionId);
        _creating = creating;
        _hasTravelling = hasTravelling;
        Mapped = lists.SelectMany(static list => list.Mapping.Columns).Select(static column => column.Field.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The data fields that any list exports.</summary>
    public IReadOnlySet<string> Mapped { get; }

    public static async Task<RemoteChanges> LoadAsync(AccountRun run, CancellationToken cancellationToken)
    {
        var lists = await TwoWayLists.LoadAsync(run, cancellationToken).ConfigureAwait(false);
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var travelling = await unit.Batches.GetAsync([BatchState.Sending, BatchState.Sent, BatchState.Ended, BatchState.Stalled, BatchState.Lost], cancellationToken).ConfigureAwait(false);
        var creating = new List<TwoWayList>();
        foreach (var list in lists.Where(static list => list.List.Connection.CreateEntities))
        {
            // Before everybody in the book was looked at once, that look finds those of this read too.
            var looked = await unit.Watermarks.GetAsync(StepNames.CreateItems, list.List.Book.Id, cancellationToken).ConfigureAwait(false);
            if (looked.At is not null)
            {
                creating.Add(list);
            }
        }

        return new RemoteChanges(run, lists, creating, travelling.Count > 0);
    }

    public async Task RecordAsync(IUnitOfWork unit, ContactPageChanges changes, CancellationToken cancellationToken)
    {
        var edited = changes.Saved
            .Where(pair => pair.Value.Before is { } before && !before.Snapshot.Equals(pair.Value.After.Snapshot) && !changes.Replaced.Contains(pair.Key))
            .ToDictionary(static pair => pair.Key, static pair => (pair.Value.Before!.Snapshot, pair.Value.After.Snapshot));
        HashSet<long> concerned = [.. edited.Keys, .. changes.Replaced, .. changes.GivenUp, .. _creating.Count > 0 ? changes.Rows.Keys : Enumerable.Empty<long>()];
        if (_lists.Count == 0 || concerned.Count == 0)
        {
            return;
        }

        var memberships = (await unit.Memberships.FindByContactAsync(concerned, cancellationToken).ConfigureAwait(false)).ToLookup(static membership => membership.ContactId);
        var sent = !_hasTravelling || edited.Count == 0
            ? Enumerable.Empty<BatchMemberRecord>().ToLookup(static member => member.ContactId)
            : (await unit.Batches.FindTravellingMembersAsync(edited.Keys, cancellationToken).ConfigureAwait(false)).ToLookup(static member => member.ContactId);
        var due = await RecordFieldsAsync(unit, edited, memberships, sent, cancellationToken).ConfigureAwait(false);
        due.UnionWith(ToPutBack(changes, edited, memberships, sent));
        await unit.Memberships.SaveAsync([.. due.SelectMany(Due)], cancellationToken).ConfigureAwait(false);
        await OfferReplacedAsync(unit, changes, memberships, cancellationToken).ConfigureAwait(false);
        await unit.HostWrites.AddAsync([.. CandidatesOf(changes, memberships)], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A contact made anew has lost values that nobody cleared: the host is offered what it has, as for a newly linked item, and not told of what it has not.</summary>
    private async Task OfferReplacedAsync(IUnitOfWork unit, ContactPageChanges changes, ILookup<long, MembershipRecord> memberships, CancellationToken cancellationToken)
    {
        foreach (var ofList in changes.Replaced.SelectMany(id => memberships[id]).Where(IsLinked).GroupBy(static membership => membership.ConnectionId!.Value))
        {
            var linked = ofList.Select(membership => (membership, changes.Contact(membership.ContactId))).ToList();
            var stale = (await unit.HostWrites.FindAsync([.. ofList.Select(static membership => membership.ContactId)], cancellationToken).ConfigureAwait(false))
                .Where(write => write.ConnectionId == ofList.Key && !write.IsCreation).Select(static write => write.ContactId).ToList();
            await unit.HostWrites.DeleteAsync(ofList.Key, stale, cancellationToken).ConfigureAwait(false);
            await OfferedValues.OfferLinkedAsync(unit, _run, _lists[ofList.Key], linked, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <returns>The members to be compared again.</returns>
    private async Task<HashSet<MembershipRecord>> RecordFieldsAsync(
        IUnitOfWork unit,
        Dictionary<long, (FieldValues Before, FieldValues After)> edited,
        ILookup<long, MembershipRecord> memberships,
        ILookup<long, BatchMemberRecord> sent,
        CancellationToken cancellationToken)
    {
        var due = new HashSet<MembershipRecord>();
        if (edited.Count == 0 || _lists.Values.All(static list => list.TwoWay.Count == 0))
        {
            return due;
        }

        var waiting = (await unit.HostWrites.FindAsync(edited.Keys, cancellationToken).ConfigureAwait(false)).ToDictionary(static write => (write.ConnectionId, write.ContactId));
        var saved = new List<HostWriteRecord>();
        var over = new List<HostWriteRecord>();
        foreach (var (contactId, (before, after)) in edited)
        {
            foreach (var membership in memberships[contactId].Where(IsLinked))
            {
                var list = _lists[membership.ConnectionId!.Value];
                var write = waiting.GetValueOrDefault((list.ConnectionId, contactId)) is { IsCreation: false } stored
                    ? stored
                    : new HostWriteRecord { ConnectionId = list.ConnectionId, ContactId = contactId, CreatedAt = _run.Time.GetUtcNow() };
                var now = write;
                foreach (var column in list.TwoWay.Where(column => Differs(column, before, after)))
                {
                    now = Merge(now, column.Field.Name, before[column.Field.Name] ?? string.Empty, after[column.Field.Name] ?? string.Empty, IsOurs(column, after, sent[contactId]));
                }

                if (now.Equals(write))
                {
                    continue;
                }

                if (now.Base.Count < write.Base.Count)
                {
                    // What the host changed meanwhile was kept from Dotdigital, and is compared again.
                    due.Add(membership);
                }

                if (now.Base.Count == 0 && now.Offered.Count == 0)
                {
                    over.Add(now);
                }
                else
                {
                    saved.Add(now with { Attempts = 0, NextAttemptAt = null, Error = null });
                }
            }
        }

        await unit.HostWrites.SaveAsync(saved, cancellationToken).ConfigureAwait(false);
        foreach (var ofList in over.GroupBy(static write => write.ConnectionId, static write => write.ContactId))
        {
            await unit.HostWrites.DeleteAsync(ofList.Key, [.. ofList], cancellationToken).ConfigureAwait(false);
        }

        return due;
    }

    /// <summary>The base stays that of the first change not yet told; a value that went back to it, or that is ours, needs telling no more.</summary>
    private static HostWriteRecord Merge(HostWriteRecord write, string field, string before, string after, bool isOurs)
    {
        if (write.Offered[field] is not null)
        {
            // Never compared: the newest value is offered.
            return write;
        }

        var isWaiting = write.Base[field] is not null;
        var isOver = isOurs || (isWaiting && string.Equals(write.Base[field], after, StringComparison.Ordinal));
        if (!isWaiting && isOurs)
        {
            return write;
        }

        return write with
        {
            Base = isOver ? write.Base.Without(field) : isWaiting ? write.Base : write.Base.Plus(field, before),
            Seen = write.Seen?.Without(field),
        };
    }

    /// <summary>Members whose host value is to be sent again, or is to be set aside by the comparison.</summary>
    private IEnumerable<MembershipRecord> ToPutBack(
        ContactPageChanges changes,
        Dictionary<long, (FieldValues Before, FieldValues After)> edited,
        ILookup<long, MembershipRecord> memberships,
        ILookup<long, BatchMemberRecord> sent) =>
        from contactId in edited.Keys.Union(changes.GivenUp)
        from membership in memberships[contactId].Where(IsLinked)
        where changes.GivenUp.Contains(contactId) || (edited.TryGetValue(contactId, out var values)
            && _lists[membership.ConnectionId!.Value].Restored.Any(column => Differs(column, values.Before, values.After) && !IsOurs(column, values.After, sent[contactId])))
        select membership;

    /// <summary>The membership when it is to be compared again; in a batch, its settlement then finds it behind.</summary>
    private static IEnumerable<MembershipRecord> Due(MembershipRecord membership) => membership.State.Kind switch
    {
        ExportState.Clean => [membership with { State = MembershipState.Due(ExportOperation.Update) }],
        ExportState.InBatch => [membership with { UpdateVersion = membership.UpdateVersion + 1 }],
        _ => [],
    };

    private IEnumerable<HostWriteRecord> CandidatesOf(ContactPageChanges changes, ILookup<long, MembershipRecord> memberships) =>
        from list in _creating
        from contactId in changes.Rows.Keys
        from membership in memberships[contactId]
        where CreateItemsStep.IsCandidate(list, membership, changes.Contact(contactId))
        select new HostWriteRecord { ConnectionId = list.ConnectionId, ContactId = contactId, IsCreation = true, CreatedAt = _run.Time.GetUtcNow() };

    private bool IsLinked(MembershipRecord membership) =>
        membership is { ConnectionId: { } connection, ItemId: not null } && _lists.ContainsKey(connection) && membership.State.Operation != ExportOperation.Remove;

    private static bool Differs(MappingColumn column, FieldValues before, FieldValues after) =>
        !string.Equals(before[column.Field.Name] ?? string.Empty, after[column.Field.Name] ?? string.Empty, StringComparison.Ordinal);

    private static bool IsOurs(MappingColumn column, FieldValues after, IEnumerable<BatchMemberRecord> sent) =>
        sent.Any(member => member.Sent[column.Field.Name] is { } value && string.Equals(value, after[column.Field.Name] ?? string.Empty, StringComparison.Ordinal));
}
