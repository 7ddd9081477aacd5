using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.OptOuts;

/// <summary>
/// What follows from a person's becoming opted out, in the unit that stores the fact (rule OP-4): the list item state and
/// one event per item that has the address. An item that is opted out already gets no second event. Who opted out of a book alone is compared in the others,
/// whose lists own the data fields now (rule EX-3a).
/// </summary>
internal static class OptOutRecorder
{
    /// <summary>Records transitions to opted out for every item linked to the contacts.</summary>
    /// <returns>How many items were marked.</returns>
    public static async Task<int> RecordAsync(
        IUnitOfWork unit, AccountRun run, IReadOnlyCollection<OptOutTransition> transitions, CancellationToken cancellationToken)
    {
        if (transitions.Count == 0)
        {
            return 0;
        }

        var connections = (await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(static connection => connection.Id);
        var memberships = (await unit.Memberships.FindByContactAsync([.. transitions.Select(static t => t.Contact.Id).Distinct()], cancellationToken).ConfigureAwait(false))
            .ToLookup(static membership => membership.ContactId);
        var corrected = await FindCorrectedAsync(unit, [.. transitions.Where(static t => t.Status.IsUndeliverable).SelectMany(t => memberships[t.Contact.Id].Select(membership => (membership, t.Contact.Email)))], cancellationToken)
            .ConfigureAwait(false);
        var left = transitions.Where(static t => t.AddressBookId is not null).Select(static t => new MembershipKey(t.AddressBookId!.Value, t.Contact.Id)).ToHashSet();
        var others = Departure.OthersToCompare(left.Select(static key => key.ContactId).Distinct().SelectMany(id => memberships[id]), left);
        await unit.Memberships.SaveAsync([.. others], cancellationToken).ConfigureAwait(false);
        var items =
            from transition in transitions
            from membership in memberships[transition.Contact.Id]
            where transition.AddressBookId is null || membership.AddressBookId == transition.AddressBookId
            where membership.ItemId is not null && membership.ConnectionId is { } id && connections.ContainsKey(id)
            where !corrected.Contains((membership.ConnectionId!.Value, membership.ItemId!, transition.Contact.Email))
            select (connections[membership.ConnectionId!.Value].ListName, membership.ItemId!, transition);
        var former = await FindOfFormerBooksAsync(unit, connections, [.. transitions.Where(static t => t.AddressBookId is not null)], memberships, cancellationToken).ConfigureAwait(false);
        return await RecordItemsAsync(unit, run, [.. items, .. former], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Records opt-outs of items that are known already.</summary>
    /// <returns>How many items were marked.</returns>
    public static async Task<int> RecordItemsAsync(
        IUnitOfWork unit, AccountRun run, IReadOnlyCollection<(string ListName, string ItemId, OptOutTransition Transition)> items, CancellationToken cancellationToken)
    {
        var now = run.Time.GetUtcNow();
        var marked = 0;
        foreach (var list in items.GroupBy(static item => item.ListName, StringComparer.Ordinal))
        {
            var known = (await unit.ListItems.FindAsync(list.Key, [.. list.Select(static item => item.ItemId).Distinct(StringComparer.Ordinal)], cancellationToken).ConfigureAwait(false))
                .ToDictionary(static item => item.ItemId, StringComparer.Ordinal);
            var states = new Dictionary<string, ListItemRecord>(StringComparer.Ordinal);
            var events = new List<OutboxRecord>();
            foreach (var (_, itemId, transition) in list)
            {
                var status = transition.Status;
                if (states.ContainsKey(itemId) || (known.TryGetValue(itemId, out var before) && (!before.IsUndeliverable || status.IsUndeliverable)))
                {
                    continue;
                }

                states.Add(itemId, new ListItemRecord
                {
                    ListName = list.Key,
                    ItemId = itemId,
                    Email = transition.Contact.Email,
                    Origin = OptOutOrigin.Dotdigital,
                    Reason = status.ToString(),
                    At = transition.At ?? run.DotdigitalBegin,
                    IsUndeliverable = status.IsUndeliverable,
                    IsTold = true,
                });
                events.Add(new ContactOptedOut
                {
                    EventId = Guid.CreateVersion7(),
                    Account = run.Account.Value,
                    RecordedAt = now,
                    ListName = list.Key,
                    ItemId = itemId,
                    Email = transition.Contact.Email.Value,
                    Reason = status.ToString(),
                    At = transition.At,
                    IsUndeliverable = status.IsUndeliverable,
                    IsAccountWide = transition.AddressBookId is null,
                }.ToOutbox(transition.Contact.Email.Value));
            }

            await unit.ListItems.SaveAsync(states.Values, cancellationToken).ConfigureAwait(false);
            await unit.Outbox.AddAsync(events, cancellationToken).ConfigureAwait(false);
            marked += states.Count;
        }

        return marked;
    }

    /// <summary>Items that have another address in the host than the one that could not be delivered to: nothing is wrong with theirs (rule S-2).</summary>
    private static async Task<HashSet<(int Connection, string ItemId, EmailAddress Bounced)>> FindCorrectedAsync(
        IUnitOfWork unit, IReadOnlyCollection<(MembershipRecord Membership, EmailAddress Address)> bounced, CancellationToken cancellationToken)
    {
        var corrected = new HashSet<(int, string, EmailAddress)>();
        foreach (var connection in bounced.Where(static entry => entry.Membership is { ItemId: not null, ConnectionId: not null }).GroupBy(static entry => entry.Membership.ConnectionId!.Value))
        {
            var addresses = (await unit.ListKeys.FindAsync(connection.Key, [.. connection.Select(static entry => entry.Membership.ItemId!).Distinct(StringComparer.Ordinal)], cancellationToken).ConfigureAwait(false))
                .ToDictionary(static key => key.ItemId, static key => key.Email, StringComparer.Ordinal);
            corrected.UnionWith(connection
                .Where(entry => addresses.TryGetValue(entry.Membership.ItemId!, out var address) && address != entry.Address)
                .Select(entry => (connection.Key, entry.Membership.ItemId!, entry.Address)));
        }

        return corrected;
    }

    /// <summary>
    /// Items of a list that was connected to another book before, and has not been read since: the no to its book of now is theirs too. One that has another address
    /// by now is not the contact's any more.
    /// </summary>
    private static async Task<List<(string ListName, string ItemId, OptOutTransition Transition)>> FindOfFormerBooksAsync(
        IUnitOfWork unit,
        Dictionary<int, ConnectionRecord> connections,
        IReadOnlyCollection<OptOutTransition> left,
        ILookup<long, MembershipRecord> memberships,
        CancellationToken cancellationToken)
    {
        var open = connections.Values.Where(static connection => connection.DisconnectedAt is null).ToLookup(static connection => connection.ListName, StringComparer.Ordinal);
        var items = (from transition in left
                     from membership in memberships[transition.Contact.Id]
                     where membership.ItemId is not null && membership.ConnectionId is { } id && connections.ContainsKey(id)
                     from now in open[connections[membership.ConnectionId!.Value].ListName]
                     where now.Id != membership.ConnectionId && now.AddressBookId == transition.AddressBookId
                     select (Now: now, ItemId: membership.ItemId!, Transition: transition)).ToList();
        var found = new List<(string, string, OptOutTransition)>();
        foreach (var list in items.GroupBy(static item => item.Now))
        {
            var addresses = (await unit.ListKeys.FindAsync(list.Key.Id, [.. list.Select(static item => item.ItemId).Distinct(StringComparer.Ordinal)], cancellationToken).ConfigureAwait(false))
                .ToDictionary(static key => key.ItemId, static key => key.Email, StringComparer.Ordinal);
            found.AddRange(list.Where(item => !addresses.TryGetValue(item.ItemId, out var address) || address == item.Transition.Contact.Email).Select(static item => (item.Now.ListName, item.ItemId, item.Transition)));
        }

        return found;
    }
}
