using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Import;

/// <summary>
/// Who appears in a book since an import of ours arrived after they had left it: a lost batch (rule EX-6), or one that was under way while its contact got another
/// address in Dotdigital, so that it made a contact under the former one. They are there on that connection's behalf, and leave as all whom it added do (rules EX-1, CN-2).
/// </summary>
internal sealed class LateArrivals
{
    /// <summary>By how much Dotdigital's clock and ours may differ.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly Dictionary<long, BatchRecord> _lost;
    private readonly HashSet<int> _importing;
    private readonly Dictionary<int, ConnectionRecord> _connections;

    private LateArrivals(Dictionary<long, BatchRecord> lost, HashSet<int> importing, Dictionary<int, ConnectionRecord> connections)
    {
        _lost = lost;
        _importing = importing;
        _connections = connections;
    }

    /// <summary>Whether values or members may still arrive with batches that nobody knows the end of.</summary>
    public bool HasLostBatches => _lost.Count > 0;

    public static async Task<LateArrivals> LoadAsync(IUnitOfWork unit, CancellationToken cancellationToken)
    {
        var imports = (await unit.Batches.GetAsync([BatchState.Sending, BatchState.Sent, BatchState.Ended, BatchState.Stalled, BatchState.Lost], cancellationToken).ConfigureAwait(false))
            .Where(static batch => batch.Kind != BatchKind.Removal)
            .ToList();
        var connections = await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false);
        return new LateArrivals(
            imports.Where(static batch => batch.State == BatchState.Lost).ToDictionary(static batch => batch.Id),
            [.. imports.Select(static batch => batch.AddressBookId)],
            connections.ToDictionary(static connection => connection.Id));
    }

    /// <summary>
    /// Whether an import of ours may have made the contact that Dotdigital has now under an address that somebody said no with: then the subscription that came with
    /// it is ours, and nobody's return (rules OP-4, OP-5).
    /// </summary>
    /// <param name="before">The contact as it was stored; null when it is new.</param>
    /// <param name="addressBookId">The book; null for the whole account.</param>
    public bool MayHaveMade(ContactRecord? before, int? addressBookId) =>
        before?.RemoteId is null && (before is null || (addressBookId is { } book ? _importing.Contains(book) : _importing.Count > 0));

    /// <summary>Has somebody leave a connected book whom Dotdigital would mail there, and who said no under this address; in other books they are Dotdigital's alone.</summary>
    public MembershipRecord TakenOut(MembershipRecord membership) =>
        membership is { ItemId: null, State.Kind: not ExportState.InBatch } && _connections.Values.FirstOrDefault(connection => connection.DisconnectedAt is null && connection.AddressBookId == membership.AddressBookId) is { } live
            ? membership with { ConnectionId = live.Id, WasSent = true, State = MembershipState.Due(ExportOperation.Remove) }
            : membership;

    /// <summary>Gives the memberships that the page made, or that tell of somebody under an address that said no, to the connections that brought them about.</summary>
    /// <param name="unit">The unit that writes the page.</param>
    /// <param name="changes">The page.</param>
    /// <param name="known">What was stored of its contacts' memberships before it.</param>
    /// <param name="changed">The memberships that it changes; replaced in place.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task ClaimAsync(
        IUnitOfWork unit,
        ContactPageChanges changes,
        Dictionary<MembershipKey, MembershipRecord> known,
        Dictionary<MembershipKey, MembershipRecord> changed,
        CancellationToken cancellationToken)
    {
        var meant = await FindMeantAsync(unit, changes, known, cancellationToken).ConfigureAwait(false);
        if (_lost.Count == 0 && meant.Count == 0)
        {
            return;
        }

        var appeared = changed.Values.Where(membership => membership.ConnectionId is null && IsThere(changes, membership)
            && (membership.Status.Reachability == Reachability.OptedOut || !known.ContainsKey(new MembershipKey(membership.AddressBookId, membership.ContactId)))).ToList();
        if (appeared.Count == 0)
        {
            return;
        }

        var carried = _lost.Count == 0 ? [] : await unit.Batches.FindMembersAsync([.. appeared.Select(static membership => membership.ContactId)], cancellationToken).ConfigureAwait(false);
        var lostOf = carried.Where(member => _lost.ContainsKey(member.BatchId)).ToLookup(static member => member.Member.ContactId, member => _lost[member.BatchId]);
        foreach (var membership in appeared)
        {
            var batch = lostOf[membership.ContactId].LastOrDefault(batch => batch.AddressBookId == membership.AddressBookId)
                ?? meant.GetValueOrDefault((changes.Contact(membership.ContactId).Email, membership.AddressBookId));
            if (batch is not null && WasMadeBy(batch, changes.Rows[membership.ContactId].Created) && _connections.TryGetValue(batch.ConnectionId, out var connection))
            {
                changed[new MembershipKey(membership.AddressBookId, membership.ContactId)] = Claimed(membership, connection);
            }
        }
    }

    /// <summary>The last batches of those who had an address until this page, by that address and book.</summary>
    private static async Task<Dictionary<(EmailAddress Address, int AddressBookId), BatchRecord>> FindMeantAsync(
        IUnitOfWork unit, ContactPageChanges changes, Dictionary<MembershipKey, MembershipRecord> known, CancellationToken cancellationToken)
    {
        var former = changes.Saved.Values
            .Where(static saved => saved.Before is { } before && before.Email != saved.After.Email)
            .ToDictionary(static saved => saved.After.Id, static saved => saved.Before!.Email);
        var sent = former.Count == 0 ? [] : known.Values.Where(membership => membership is { WasSent: true, LastBatchId: not null } && former.ContainsKey(membership.ContactId)).ToList();
        var batches = (sent.Count == 0 ? [] : await unit.Batches.FindAsync([.. sent.Select(static membership => membership.LastBatchId!.Value).Distinct()], cancellationToken).ConfigureAwait(false))
            .Where(static batch => batch.Kind is BatchKind.CsvImport or BatchKind.JsonImport)
            .ToDictionary(static batch => batch.Id);
        var meant = new Dictionary<(EmailAddress Address, int AddressBookId), BatchRecord>();
        foreach (var membership in sent)
        {
            if (batches.TryGetValue(membership.LastBatchId!.Value, out var batch))
            {
                meant[(former[membership.ContactId], membership.AddressBookId)] = batch;
            }
        }

        return meant;
    }

    private static bool IsThere(ContactPageChanges changes, MembershipRecord membership) =>
        changes.Rows[membership.ContactId].Lists?.Any(list => list.Id == membership.AddressBookId && new SubscriptionStatus(list.Status.Value).Reachability == Reachability.Reachable) == true;

    /// <summary>A lost batch may bring anybody at any time; one whose end is known made a contact only while it travelled.</summary>
    private static bool WasMadeBy(BatchRecord batch, DateTimeOffset? created) =>
        batch.State == BatchState.Lost || created is null || (created >= batch.CreatedAt - Skew && (batch.SettledAt is null || created <= batch.SettledAt + Skew));

    /// <summary>Removed again by a live connection unless its list still has an item for them, by an ended one as it was told at its end; who said no is removed in any case.</summary>
    private static MembershipRecord Claimed(MembershipRecord membership, ConnectionRecord connection) => membership with
    {
        ConnectionId = connection.Id,
        AddedBy = connection.Id,
        WasSent = true,
        State = membership.Status.Reachability == Reachability.OptedOut || connection is { DisconnectedAt: null, LeaverAction: not LeaverAction.LeaveInAddressBook }
            ? MembershipState.Due(ExportOperation.Remove)
            : membership.State,
    };
}
