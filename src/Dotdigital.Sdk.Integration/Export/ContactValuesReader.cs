using System.Globalization;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.TwoWay;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>
/// Reads the values of a page of memberships from the host and makes them canonical. A data field that several lists map carries the value of
/// its owner: the highest priority, ties to the smallest connection id, among the lists that the contact is linked to (rule EX-3a). A list whose book the contact opted
/// out of is not exported for it, and owns nothing of it.
/// </summary>
internal sealed class ContactValuesReader
{
    private readonly AccountRun _run;
    private readonly ConnectedList _list;
    private readonly bool _hasTwoWay;
    private readonly HashSet<int> _live;
    private readonly IReadOnlyList<(ConnectedList List, ListMapping Mapping)> _betterOwners;

    public ContactValuesReader(AccountRun run, ConnectedList list, ListMapping mapping, IReadOnlyList<(ConnectedList List, ListMapping Mapping)> all)
    {
        _run = run;
        _list = list;
        _live = [.. all.Select(static other => other.List.Connection.Id)];
        _hasTwoWay = all.Any(static other => other.Mapping.Columns.Any(static column => column.Row.IsTwoWay));
        Mapping = mapping;
        Names = [.. mapping.Columns.Select(static column => column.Field.Name)];
        var names = Names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        _betterOwners =
        [
            .. all.Where(other => Outranks(other.List, list) && other.Mapping.Columns.Any(column => names.Contains(column.Field.Name)))
                .OrderByDescending(static other => other.List.List.Priority)
                .ThenBy(static other => other.List.Connection.Id),
        ];
        Fingerprint = MappingFingerprint.Of(mapping.Columns.SelectMany(TokensOf));
    }

    public ListMapping Mapping { get; }

    /// <summary>Changes whenever values could come out differently: with the mapping (rule MP-4), and when another list begins or ends to own a data field (rule EX-3a).</summary>
    public string Fingerprint { get; }

    /// <summary>The data fields' names, in the order of the values.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Reads one page; the host's reader is closed when this returns.</summary>
    public async Task<IReadOnlyList<PreparedContact>> ReadAsync(IReadOnlyList<MembershipView> page, CancellationToken cancellationToken)
    {
        var linked = page.Where(static view => view.Membership.ItemId is not null && IsReachable(view.Contact.Status) && IsReachable(view.Membership.Status)).ToList();
        var items = await ReadItemsAsync(_list, Mapping, [.. linked.Select(static view => view.Membership.ItemId!)], cancellationToken).ConfigureAwait(false);
        HashSet<string> optedOut;
        ILookup<long, MembershipRecord> memberships;
        ILookup<long, HostWriteRecord> untold;
        await using (var unit = await _run.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            optedOut = (await unit.ListItems.FindAsync(_list.List.Name, [.. items.Keys], cancellationToken).ConfigureAwait(false))
                .Select(static item => item.ItemId).ToHashSet(StringComparer.Ordinal);
            untold = (_hasTwoWay ? await unit.HostWrites.FindAsync([.. page.Select(static view => view.Contact.Id)], cancellationToken).ConfigureAwait(false) : [])
                .Where(write => _live.Contains(write.ConnectionId)).ToLookup(static write => write.ContactId);
            memberships = _betterOwners.Count == 0
                ? Enumerable.Empty<MembershipRecord>().ToLookup(static membership => membership.ContactId)
                : (await unit.Memberships.FindByContactAsync([.. page.Select(static view => view.Contact.Id)], cancellationToken).ConfigureAwait(false)).ToLookup(static membership => membership.ContactId);
        }

        var prepared = new PreparedContact[page.Count];
        for (var i = 0; i < page.Count; i++)
        {
            prepared[i] = Prepare(page[i], items, optedOut);
        }

        foreach (var (owner, ownerMapping) in _betterOwners.Reverse())
        {
            await TakeOwnersValuesAsync(prepared, owner, ownerMapping, memberships, cancellationToken).ConfigureAwait(false);
        }

        for (var i = 0; i < prepared.Length; i++)
        {
            if (prepared[i].Outcome == PreparedOutcome.Ready)
            {
                prepared[i] = prepared[i] with { Values = HostWritesUnderWay.Withhold(prepared[i].Values, Names, untold[page[i].Contact.Id]) };
            }
        }

        return prepared;
    }

    /// <summary>A column's token, with the lists that own its data field before this one.</summary>
    private string TokenOf(MappingColumn column)
    {
        var owners = _betterOwners
            .Where(owner => owner.Mapping.Columns.Any(owned => string.Equals(owned.Field.Name, column.Field.Name, StringComparison.OrdinalIgnoreCase)))
            .Select(static owner => owner.List.Connection.Id.ToString(CultureInfo.InvariantCulture));
        return column.Token + string.Concat(owners.Select(static id => ":" + id));
    }

    /// <summary>A row that begins to restore compares too, with what marketers edited before; one that ends to changes nothing (rules MP-4, MP-6).</summary>
    private IEnumerable<string> TokensOf(MappingColumn column)
    {
        var token = TokenOf(column);
        return column.Row.Restores ? [token, token + "!"] : [token];
    }

    private static bool Outranks(ConnectedList other, ConnectedList list) =>
        other.Connection.Id != list.Connection.Id
        && (other.List.Priority > list.List.Priority || (other.List.Priority == list.List.Priority && other.Connection.Id < list.Connection.Id));

    private async Task<Dictionary<string, ListItem>> ReadItemsAsync(ConnectedList list, ListMapping mapping, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken)
    {
        var items = new Dictionary<string, ListItem>(StringComparer.Ordinal);
        if (itemIds.Count == 0)
        {
            return items;
        }

        await using var session = _run.Lists.Open(list.List);
        await foreach (var item in session.Source.ReadItemsAsync(itemIds, mapping.Fields, cancellationToken).ConfigureAwait(false))
        {
            items[item.ItemId] = item;
        }

        return items;
    }

    private PreparedContact Prepare(MembershipView view, Dictionary<string, ListItem> items, HashSet<string> optedOut)
    {
        if (!IsReachable(view.Contact.Status) || !IsReachable(view.Membership.Status))
        {
            return new PreparedContact { View = view, Outcome = PreparedOutcome.NotReachable };
        }

        if (view.Membership.ItemId is not { } itemId || !items.TryGetValue(itemId, out var item))
        {
            return new PreparedContact { View = view, Outcome = PreparedOutcome.Moved };
        }

        if (optedOut.Contains(itemId))
        {
            return new PreparedContact { View = view, Outcome = PreparedOutcome.NotReachable };
        }

        if (item.IsOptedOut)
        {
            // Not told to Dotdigital yet, or the host does not know yet that the person came back: it stays due until one of them is done.
            return new PreparedContact { View = view, Outcome = PreparedOutcome.Moved };
        }

        var expected = view.Membership.RenameTo ?? view.Contact.Email;
        if (!EmailAddress.TryParse(item.Email, out var email) || email != expected)
        {
            return new PreparedContact { View = view, Outcome = PreparedOutcome.Moved };
        }

        var values = new string?[Mapping.Columns.Count];
        for (var i = 0; i < values.Length; i++)
        {
            if (ListMapping.TryProject(Mapping.Columns[i], item, out values[i]) is { } misfit)
            {
                return new PreparedContact { View = view, Outcome = PreparedOutcome.Misfit, Misfit = misfit };
            }
        }

        return new PreparedContact { View = view, Outcome = PreparedOutcome.Ready, Values = values };
    }

    private async Task TakeOwnersValuesAsync(
        PreparedContact[] prepared, ConnectedList owner, ListMapping ownerMapping, ILookup<long, MembershipRecord> memberships, CancellationToken cancellationToken)
    {
        var itemOf = new Dictionary<long, string>();
        foreach (var contact in prepared.Where(static contact => contact.Outcome == PreparedOutcome.Ready))
        {
            var linked = memberships[contact.View.Contact.Id].FirstOrDefault(membership =>
                membership.ConnectionId == owner.Connection.Id && membership.ItemId is not null && membership.State.Operation != ExportOperation.Remove
                && membership.Status.Reachability != Reachability.OptedOut);
            if (linked is not null)
            {
                itemOf.Add(contact.View.Contact.Id, linked.ItemId!);
            }
        }

        var items = await ReadItemsAsync(owner, ownerMapping, itemOf.Values, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < prepared.Length; i++)
        {
            if (!itemOf.TryGetValue(prepared[i].View.Contact.Id, out var itemId) || !items.TryGetValue(itemId, out var item) || prepared[i].Outcome != PreparedOutcome.Ready
                || HasMoved(item, prepared[i].View))
            {
                continue;
            }

            var values = prepared[i].Values.ToArray();
            for (var column = 0; column < values.Length; column++)
            {
                var owned = ownerMapping.Columns.FirstOrDefault(candidate => string.Equals(candidate.Field.Name, Names[column], StringComparison.OrdinalIgnoreCase));
                if (owned is not null && ListMapping.TryProject(owned, item, out var value) is null)
                {
                    values[column] = value;
                }
            }

            prepared[i] = prepared[i] with { Values = values };
        }
    }

    /// <summary>
    /// The owner's item has another address by now: it speaks for nobody here, although its membership stays linked until a pass has told. One that has no
    /// usable address stands for its former one until it gets another.
    /// </summary>
    private static bool HasMoved(ListItem item, MembershipView view) =>
        EmailAddress.TryParse(item.Email, out var email) && email != (view.Membership.RenameTo ?? view.Contact.Email);

    private static bool IsReachable(SubscriptionStatus status) => status.Reachability is Reachability.Unknown or Reachability.Reachable;
}
