using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.OptOuts;

/// <summary>
/// What follows from a person's coming back by their own act, in the unit that stores the fact (rule OP-4): the opt-outs of their items are
/// forgotten and the host is told. A person is back in a list only if both the contact and the membership in its book are (rule S-1).
/// </summary>
internal static class ReturnRecorder
{
    /// <summary>Records returns; the contacts and memberships are stored already.</summary>
    public static async Task RecordAsync(IUnitOfWork unit, AccountRun run, IReadOnlyCollection<OptOutTransition> returned, CancellationToken cancellationToken)
    {
        var people = returned.Where(static transition => transition.Contact.Status.Reachability != Reachability.OptedOut).ToLookup(static transition => transition.Contact.Id);
        if (people.Count == 0)
        {
            return;
        }

        var memberships = (await unit.Memberships.FindByContactAsync([.. people.Select(static person => person.Key)], cancellationToken).ConfigureAwait(false))
            .ToDictionary(static membership => new MembershipKey(membership.AddressBookId, membership.ContactId));
        await CompareAsync(unit, memberships.Values, cancellationToken).ConfigureAwait(false);
        var connections = (await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false)).OrderBy(static connection => connection.DisconnectedAt is not null).ToList();
        foreach (var list in connections.DistinctBy(static connection => connection.ListName, StringComparer.Ordinal))
        {
            await RecordListAsync(unit, run, list, people, memberships, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What the host changed while a person was opted out was not sent: it is compared now.</summary>
    private static Task CompareAsync(IUnitOfWork unit, IEnumerable<MembershipRecord> memberships, CancellationToken cancellationToken) =>
        unit.Memberships.SaveAsync(
            [
                .. memberships
                    .Where(static membership => membership is { ItemId: not null, State.Kind: ExportState.Clean, Status.Reachability: Reachability.Reachable })
                    .Select(static membership => membership with { State = MembershipState.Due(ExportOperation.Update) }),
            ],
            cancellationToken);

    private static async Task RecordListAsync(
        IUnitOfWork unit,
        AccountRun run,
        ConnectionRecord connection,
        ILookup<long, OptOutTransition> people,
        Dictionary<MembershipKey, MembershipRecord> memberships,
        CancellationToken cancellationToken)
    {
        var back = new Dictionary<EmailAddress, OptOutTransition>();
        var byItem = new Dictionary<string, OptOutTransition>(StringComparer.Ordinal);
        var members = new HashSet<EmailAddress>();
        foreach (var person in people)
        {
            var membership = memberships.GetValueOrDefault(new MembershipKey(connection.AddressBookId, person.Key));
            var transition = person.FirstOrDefault(change => change.AddressBookId is null || change.AddressBookId == connection.AddressBookId);
            if (transition is null || membership?.Status.Reachability == Reachability.OptedOut)
            {
                continue;
            }

            back[transition.Contact.Email] = transition;
            if (membership is not null)
            {
                members.Add(transition.Contact.Email);
            }

            if (membership?.ItemId is { } itemId && membership.ConnectionId == connection.Id)
            {
                byItem[itemId] = transition;
            }
        }

        // Items are found by the membership that they are linked to, and by the address that opted out: not every marked item has a membership.
        var linked = await unit.ListItems.FindAsync(connection.ListName, byItem.Keys, cancellationToken).ConfigureAwait(false);
        var named = (await unit.ListItems.FindByEmailAsync(back.Keys, cancellationToken).ConfigureAwait(false))
            .Where(item => string.Equals(item.ListName, connection.ListName, StringComparison.Ordinal) && (item.Origin == OptOutOrigin.Dotdigital || members.Contains(item.Email!.Value)));
        var pairs = linked.Concat(named)
            .DistinctBy(static item => item.ItemId, StringComparer.Ordinal)
            .Select(item => (Item: item, Transition: byItem.GetValueOrDefault(item.ItemId) ?? back[item.Email!.Value]))
            .ToLookup(static pair => pair.Transition.At is null || pair.Transition.At > pair.Item.At);
        await SayAgainAsync(unit, [.. pairs[false].Select(static pair => pair.Item)], cancellationToken).ConfigureAwait(false);
        var items = pairs[true].ToList();
        await unit.ListItems.DeleteAsync(connection.ListName, [.. items.Select(static pair => pair.Item.ItemId)], cancellationToken).ConfigureAwait(false);
        await unit.Outbox.AddAsync([.. items.Select(pair => Event(run, pair.Item, pair.Transition))], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The person came back first and said no to the host afterwards: the no stands, and Dotdigital, which let them in between, has not heard it.</summary>
    private static Task SayAgainAsync(IUnitOfWork unit, IEnumerable<ListItemRecord> items, CancellationToken cancellationToken) =>
        unit.ListItems.SaveAsync(
            [
                .. items
                    .Where(static item => item.Origin == OptOutOrigin.Host || !item.IsTold)
                    .Select(static item => item with { Origin = OptOutOrigin.Host, IsTold = false }),
            ],
            cancellationToken);

    private static OutboxRecord Event(AccountRun run, ListItemRecord item, OptOutTransition transition) => new ContactReachableAgain
    {
        EventId = Guid.CreateVersion7(),
        Account = run.Account.Value,
        RecordedAt = run.Time.GetUtcNow(),
        ListName = item.ListName,
        ItemId = item.ItemId,
        Email = transition.Contact.Email.Value,
        At = transition.At,
    }.ToOutbox(transition.Contact.Email.Value);
}
