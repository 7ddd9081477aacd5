using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Import;

/// <summary>
/// Who appears in a book since an import of ours arrived after they had left it: a lost batch (rule EX-6), or one that was under way while its contact got another
/// address in Dotdigital, so that it made a contact under the former one. They are there on that connection's behalf, and leave as all whom it added do (rules EX-1, CN-2).
/// </summary>
internal sealed class LateArrivals
{
    private readonly Dictionary<long, BatchRecord> _lost;
    private readonly Dictionary<int, ConnectionRecord> _connections;

    private LateArrivals(Dictionary<long, BatchRecord> lost, Dictionary<int, ConnectionRecord> connections)
    {
        _lost = lost;
        _connections = connections;
    }

    /// <summary>Whether values or members may still arrive with batches that nobody knows the end of.</summary>
    public bool HasLostBatches => _lost.Count > 0;

    public static async Task<LateArrivals> LoadAsync(IUnitOfWork unit, CancellationToken cancellationToken)
    {
        var lost = await unit.Batches.GetAsync([BatchState.Lost], cancellationToken).ConfigureAwait(false);
        var connections = await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false);
        return new LateArrivals(
            lost.Where(static batch => batch.Kind != BatchKind.Removal).ToDictionary(static batch => batch.Id),
            connections.ToDictionary(static connection => connection.Id));
    }

    /// <summary>Gives the memberships that the page made to the connections that brought them about.</summary>
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
        var former = changes.Saved.Values
            .Where(static saved => saved.Before is { } before && before.Email != saved.After.Email)
            .ToDictionary(static saved => saved.Before!.Email, static saved => saved.After.Id);
        if (_lost.Count == 0 && former.Count == 0)
        {
            return;
        }

        var appeared = changed.Where(pair => !known.ContainsKey(pair.Key) && pair.Value.Status.Reachability != Reachability.OptedOut).Select(static pair => pair.Value).ToList();
        if (appeared.Count == 0)
        {
            return;
        }

        var carried = _lost.Count == 0 ? [] : await unit.Batches.FindMembersAsync([.. appeared.Select(static membership => membership.ContactId)], cancellationToken).ConfigureAwait(false);
        var lostOf = carried.Where(member => _lost.ContainsKey(member.BatchId)).ToLookup(static member => member.Member.ContactId, member => _lost[member.BatchId]);
        foreach (var membership in appeared)
        {
            var key = new MembershipKey(membership.AddressBookId, membership.ContactId);
            var by = lostOf[membership.ContactId].LastOrDefault(batch => batch.AddressBookId == membership.AddressBookId)?.ConnectionId;
            if (by is null && former.TryGetValue(changes.Contact(membership.ContactId).Email, out var meant)
                && known.GetValueOrDefault(key with { ContactId = meant }) is { WasSent: true } intended)
            {
                by = intended.ConnectionId;
            }

            if (by is { } id && _connections.TryGetValue(id, out var connection))
            {
                changed[key] = Claimed(membership, connection);
            }
        }
    }

    /// <summary>Removed again by a live connection unless its list still has an item for them, by an ended one as it was told at its end.</summary>
    private static MembershipRecord Claimed(MembershipRecord membership, ConnectionRecord connection) => membership with
    {
        ConnectionId = connection.Id,
        AddedBy = connection.Id,
        WasSent = true,
        State = connection is { DisconnectedAt: null, LeaverAction: not LeaverAction.LeaveInAddressBook } ? MembershipState.Due(ExportOperation.Remove) : membership.State,
    };
}
