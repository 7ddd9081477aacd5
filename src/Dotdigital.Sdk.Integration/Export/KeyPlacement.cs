using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>
/// Decides, for one page of staged keys that have no matching membership, what each needs: a new contact, an add to the book, a link to a
/// membership that is there already, or a rename (rules EX-3, EX-3b). Gathers the changes and saves them at the end.
/// </summary>
internal sealed class KeyPlacement
{
    /// <summary>How often a page's items are followed to those that have their addresses: a ring of exchanged emails whose items are on other pages is found up to this length.</summary>
    private const int MaxFollowed = 8;

    private readonly ConnectedList _list;
    private readonly Dictionary<EmailAddress, ContactRecord> _contacts;
    private readonly Dictionary<long, List<MembershipRecord>> _memberships;
    private readonly Dictionary<string, EmailAddress> _stagedAddresses;
    private readonly Dictionary<EmailAddress, string> _holders;
    private readonly HashSet<EmailAddress> _optedOut;
    private readonly Dictionary<long, ContactRecord> _savedContacts = [];
    private readonly Dictionary<long, MembershipRecord> _saved = [];
    private readonly HashSet<long> _forgotten = [];
    private readonly List<MembershipRecord> _othersToCompare = [];
    private long _nextContactId;

    private KeyPlacement(
        ConnectedList list,
        Dictionary<EmailAddress, ContactRecord> contacts,
        Dictionary<long, List<MembershipRecord>> memberships,
        Dictionary<string, EmailAddress> stagedAddresses,
        Dictionary<EmailAddress, string> holders,
        HashSet<EmailAddress> optedOut,
        long nextContactId)
    {
        _list = list;
        _contacts = contacts;
        _memberships = memberships;
        _stagedAddresses = stagedAddresses;
        _holders = holders;
        _optedOut = optedOut;
        _nextContactId = nextContactId;
    }

    /// <summary>What was decided so far.</summary>
    public StepReport Report { get; private set; } = new() { Step = StepNames.PrepareContacts };

    /// <summary>The memberships that would be saved.</summary>
    public IReadOnlyCollection<MembershipRecord> Saved => _saved.Values;

    /// <summary>Items that got a contact that was known already.</summary>
    public List<(MembershipRecord Membership, ContactRecord Contact)> Linked { get; } = [];

    private int BookId => _list.Connection.AddressBookId;

    public static async Task<KeyPlacement> LoadAsync(IUnitOfWork unit, ConnectedList list, IReadOnlyList<StagedMatch> page, CancellationToken cancellationToken)
    {
        var emails = page.Select(static match => match.Key.Email).ToHashSet();
        var contacts = (await unit.Contacts.FindByEmailAsync(emails, cancellationToken).ConfigureAwait(false))
            .ToDictionary(static contact => contact.Email);
        var ids = contacts.Values.Select(static contact => contact.Id)
            .Concat(page.Where(static match => match.Current is not null).Select(static match => match.Current!.Contact.Id))
            .ToHashSet();
        var memberships = (await unit.Memberships.FindByContactAsync(ids, cancellationToken).ConfigureAwait(false))
            .GroupBy(static membership => membership.ContactId)
            .ToDictionary(static group => group.Key, static group => group.ToList());
        var (staged, holders) = await FindHoldersAsync(
            unit, list, contacts.Values.Concat(page.Where(static match => match.Current is not null).Select(static match => match.Current!.Contact)), memberships.Values.SelectMany(static all => all), cancellationToken).ConfigureAwait(false);
        var optedOut = (await unit.ListItems.FindByEmailAsync(emails, cancellationToken).ConfigureAwait(false))
            .Where(item => string.Equals(item.ListName, list.List.Name, StringComparison.Ordinal))
            .Select(static item => item.Email!.Value)
            .ToHashSet();

        // Also under an address that the item got after it said no.
        optedOut.UnionWith((await unit.ListKeys.FindByEmailAsync(list.Connection.Id, emails, cancellationToken).ConfigureAwait(false)).Where(static key => key.IsOptedOut).Select(static key => key.Email));
        var nextId = await unit.Contacts.AllocateIdsAsync(page.Count, cancellationToken).ConfigureAwait(false);
        return new KeyPlacement(list, contacts, memberships, staged, holders, optedOut, nextId);
    }

    /// <summary>Which item of the list has which address now, and which one each of those items is to have; on from these to the items that have those.</summary>
    private static async Task<(Dictionary<string, EmailAddress> Staged, Dictionary<EmailAddress, string> Holders)> FindHoldersAsync(
        IUnitOfWork unit, ConnectedList list, IEnumerable<ContactRecord> contacts, IEnumerable<MembershipRecord> memberships, CancellationToken cancellationToken)
    {
        var staged = new Dictionary<string, EmailAddress>(StringComparer.Ordinal);
        var holders = new Dictionary<EmailAddress, string>();
        for (var round = 0; round < MaxFollowed; round++)
        {
            var items = memberships.Where(membership => membership.ConnectionId == list.Connection.Id && membership.ItemId is not null)
                .GroupBy(static membership => membership.ContactId)
                .ToDictionary(static group => group.Key, static group => group.First().ItemId!);
            foreach (var contact in contacts)
            {
                if (items.TryGetValue(contact.Id, out var item))
                {
                    holders[contact.Email] = item;
                }
            }

            var wanted = new HashSet<EmailAddress>();
            foreach (var key in await unit.ListKeys.FindAsync(list.Connection.Id, [.. items.Values], cancellationToken).ConfigureAwait(false))
            {
                staged[key.ItemId] = key.Email;
                if (!holders.ContainsKey(key.Email))
                {
                    wanted.Add(key.Email);
                }
            }

            if (wanted.Count == 0)
            {
                break;
            }

            var found = await unit.Contacts.FindByEmailAsync(wanted, cancellationToken).ConfigureAwait(false);
            contacts = found;
            memberships = await unit.Memberships.FindByContactAsync([.. found.Select(static contact => contact.Id)], cancellationToken).ConfigureAwait(false);
        }

        return (staged, holders);
    }

    /// <summary>The contacts that have the page's addresses, new ones included.</summary>
    public IEnumerable<ContactRecord> Contacts => _contacts.Values;

    /// <summary>The statuses that keep an address from being sent: its contact's and its membership's, opted out when its item is.</summary>
    public IEnumerable<SubscriptionStatus> StatusesOf(EmailAddress email)
    {
        if (_optedOut.Contains(email))
        {
            yield return SubscriptionStatus.Unsubscribed;
        }

        if (_contacts.TryGetValue(email, out var contact))
        {
            yield return contact.Status;
            yield return MembershipOf(contact.Id)?.Status ?? default;
        }
    }

    /// <summary>Decides one key.</summary>
    public void Place(StagedMatch match)
    {
        Report = Report with { Read = Report.Read + 1 };
        if (_optedOut.Contains(match.Key.Email))
        {
            PlaceOptedOut(match);
        }
        else if (match.Current is { } current)
        {
            PlaceLinked(match.Key, current);
        }
        else
        {
            Link(match.Key, former: null);
        }
    }

    /// <summary>Saves what was decided: first what is let go, so that no item is linked twice at any time.</summary>
    public async Task SaveAsync(IUnitOfWork unit, CancellationToken cancellationToken)
    {
        await unit.Memberships.DeleteAsync([.. _forgotten.Select(id => new MembershipKey(BookId, id))], cancellationToken).ConfigureAwait(false);
        await unit.Contacts.SaveAsync(_savedContacts.Values, cancellationToken).ConfigureAwait(false);
        await unit.Memberships.SaveAsync([.. _saved.Values.OrderBy(static membership => membership.ItemId is null ? 0 : 1), .. _othersToCompare], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>An opt-out clings to the address, whoever's item it came with: no other item brings it back, and one that moves to it leaves the book (rule EX-3b).</summary>
    private void PlaceOptedOut(StagedMatch match)
    {
        if (match.Current is { } current && current.Contact.Email != match.Key.Email && current.Membership.State.Kind != ExportState.InBatch
            && !_saved.ContainsKey(current.Contact.Id) && !_forgotten.Contains(current.Contact.Id))
        {
            LetGo(current.Membership);
        }
        else
        {
            Report = Report with { Skipped = Report.Skipped + 1 };
        }
    }

    private void PlaceLinked(StagedKey key, MembershipView current)
    {
        var (membership, contact) = (current.Membership, current.Contact);
        if (membership.State.Kind == ExportState.InBatch || _saved.ContainsKey(contact.Id) || _forgotten.Contains(contact.Id))
        {
            // It is looked at again once its batch is settled, or in the next pass (rule S-4).
            return;
        }

        if (contact.Email == key.Email)
        {
            // The item came back before its removal was sent, or has its former address again.
            _saved[contact.Id] = membership with { State = Departure.Undone(membership, contact), RenameTo = null };
            Report = Report with { Updated = Report.Updated + 1 };
            return;
        }

        if (IsWithheld(contact.Status) || IsWithheld(membership.Status))
        {
            Report = Report with { Skipped = Report.Skipped + 1 };
            return;
        }

        if (_contacts.ContainsKey(key.Email) || IsOptedOut(contact.Status) || IsOptedOut(membership.Status))
        {
            // A contact keeps its status whatever its address. When it is not the item's own no (the address could not be delivered to, or another item that has it now
            // said no), the new address gets a contact of its own.
            Link(key, membership);
            return;
        }

        if (contact.RemoteId is null && HasNotArrived(membership))
        {
            // There may be no contact to rename, and no id of one will ever be told: the new address goes on its own, the former leaves if it ever shows up.
            Link(key, membership);
            return;
        }

        if (membership.State.Kind is ExportState.Faulted or ExportState.Held && membership.RenameTo == key.Email)
        {
            // Dotdigital refused this very address: nothing is tried again until the item changes.
            Report = Report with { Skipped = Report.Skipped + 1 };
            return;
        }

        if (Departure.WasNeverInBook(membership) && contact.RemoteId is null && !IsSharedElsewhere(membership))
        {
            // Never sent: the contact simply has another address now.
            Rehome(contact, key.Email);
            Report = Report with { Updated = Report.Updated + 1 };
            return;
        }

        if (IsSharedElsewhere(membership))
        {
            // Another list still has the former address, so it stays a contact of its own.
            Link(key, membership);
            return;
        }

        var rename = membership with { State = MembershipState.Due(ExportOperation.Rename), RenameTo = key.Email };
        if (!rename.Equals(membership))
        {
            _saved[contact.Id] = rename;
            Report = Report with { Updated = Report.Updated + 1 };
        }
    }

    /// <summary>Links the item to the contact that has its address, made new where there is none, and lets its former membership go.</summary>
    private void Link(StagedKey key, MembershipRecord? former)
    {
        if (!_contacts.TryGetValue(key.Email, out var contact))
        {
            contact = new ContactRecord { Id = _nextContactId++, Email = key.Email };
            _contacts.Add(key.Email, contact);
            _savedContacts.Add(contact.Id, contact);
        }

        var present = _saved.GetValueOrDefault(contact.Id) ?? MembershipOf(contact.Id);
        if (!IsReachable(contact.Status) || (present is not null && !IsReachable(present.Status)))
        {
            Report = Report with { Skipped = Report.Skipped + 1 };
            if (former is not null)
            {
                // The address that it had is nobody's any more, whether or not the new one can be mailed.
                LetGo(former);
            }

            return;
        }

        if (present is null)
        {
            var operation = contact.RemoteId is null ? ExportOperation.New : ExportOperation.Add;
            _saved[contact.Id] = new MembershipRecord
            {
                AddressBookId = BookId,
                ContactId = contact.Id,
                ConnectionId = _list.Connection.Id,
                ItemId = key.ItemId,
                State = MembershipState.Due(operation),
            };
            Report = Report with { Added = Report.Added + 1 };
        }
        else if (!TryRelink(key, contact, present, former))
        {
            return;
        }

        Linked.Add((_saved[contact.Id], contact));

        if (former is not null)
        {
            LetGo(former);
        }
    }

    private bool TryRelink(StagedKey key, ContactRecord contact, MembershipRecord present, MembershipRecord? former)
    {
        var holder = present.ConnectionId == _list.Connection.Id ? present.ItemId : null;
        if (present.State.Kind == ExportState.InBatch)
        {
            return false;
        }

        if (holder is not null && !string.Equals(holder, key.ItemId, StringComparison.Ordinal) && _stagedAddresses.ContainsKey(holder))
        {
            // The holder is still in the list: it moves on first, unless it waits for this one to do so, or cannot move itself.
            var why = former is null ? null
                : IsRing(key) ? "Items exchanged their emails: give one of them another email first, or release them."
                : present.State.Kind is ExportState.Held or ExportState.Faulted ? "Another item still has its email in Dotdigital, and is set aside itself: mend or release that one."
                : null;
            if (why is not null)
            {
                _saved[former!.ContactId] = former with { State = MembershipState.Held(SetAsideReason.EmailConflict), LastFault = why };
                Report = Report with { SetAside = Report.SetAside + 1 };
            }

            return false;
        }

        var state = present.State is { Kind: ExportState.Due, Operation: ExportOperation.New or ExportOperation.Add } ? present.State : Departure.Undone(present, contact);
        _saved[present.ContactId] = present with { ConnectionId = _list.Connection.Id, ItemId = key.ItemId, State = state, RenameTo = null, CameFromRemote = false };
        Report = Report with { Updated = Report.Updated + 1 };
        return true;
    }

    /// <summary>Whether the item that has this one's address, or the one that has that one's, and so on, is to have the address that this one has now.</summary>
    private bool IsRing(StagedKey key)
    {
        var met = new HashSet<string>(StringComparer.Ordinal);
        var address = key.Email;
        while (_holders.TryGetValue(address, out var holder) && met.Add(holder))
        {
            if (string.Equals(holder, key.ItemId, StringComparison.Ordinal))
            {
                return true;
            }

            if (!_stagedAddresses.TryGetValue(holder, out address))
            {
                return false;
            }
        }

        return false;
    }

    private void LetGo(MembershipRecord former)
    {
        if (Departure.WasNeverInBook(former))
        {
            _saved.Remove(former.ContactId);
            _forgotten.Add(former.ContactId);
        }
        else
        {
            _saved[former.ContactId] = IsOptedOut(former.Status) ? former with { ItemId = null, RenameTo = null, State = MembershipState.Clean, NotBefore = null } : Departure.Of(former);
        }

        _othersToCompare.AddRange(OthersOf(former));
        Report = Report with { Removed = Report.Removed + 1 };
    }

    /// <summary>The address's other lists: one of them may own its data fields now (rule EX-3a).</summary>
    private IEnumerable<MembershipRecord> OthersOf(MembershipRecord former) =>
        Departure.OthersToCompare((_memberships.GetValueOrDefault(former.ContactId) ?? []).Where(other => other.AddressBookId != BookId));

    private void Rehome(ContactRecord contact, EmailAddress email)
    {
        var moved = contact with { Email = email };
        _contacts.Remove(contact.Email);
        _contacts[email] = moved;
        _savedContacts[contact.Id] = moved;
    }

    private MembershipRecord? MembershipOf(long contactId) =>
        _forgotten.Contains(contactId) ? null : _memberships.GetValueOrDefault(contactId)?.Find(membership => membership.AddressBookId == BookId);

    private bool IsSharedElsewhere(MembershipRecord membership) =>
        _memberships.GetValueOrDefault(membership.ContactId)?.Exists(other =>
            other.AddressBookId != membership.AddressBookId && other.ItemId is not null && !string.Equals(other.ItemId, membership.ItemId, StringComparison.Ordinal)) == true;

    /// <summary>Every batch that carried it so far was lost, refused it or ended badly.</summary>
    private static bool HasNotArrived(MembershipRecord membership) =>
        membership.WasSent && membership.Status.Reachability == Reachability.Unknown
        && membership.State is { Kind: ExportState.Faulted or ExportState.Held } or { Kind: ExportState.Due, Operation: ExportOperation.New or ExportOperation.Add };

    private static bool IsReachable(SubscriptionStatus status) => status.Reachability is Reachability.Unknown or Reachability.Reachable;

    private static bool IsOptedOut(SubscriptionStatus status) => status.Reachability == Reachability.OptedOut;

    private static bool IsWithheld(SubscriptionStatus status) => status.Reachability == Reachability.Withheld;
}
