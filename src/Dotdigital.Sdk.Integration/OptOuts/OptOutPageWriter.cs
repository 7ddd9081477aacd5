using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.DataFields;
using Dotdigital.Sdk.Integration.Privacy;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.OptOuts;

/// <summary>Applies one page of opted-out people, of a book or of the account, in one unit (rules OP-1, OP-2).</summary>
internal static class OptOutPageWriter
{
    /// <summary>Applies a page; unknown people are stored, so that they are never exported.</summary>
    /// <param name="unit">The unit that also moves the watermark.</param>
    /// <param name="run">The run.</param>
    /// <param name="addressBookId">The book; null for the account.</param>
    /// <param name="rows">The page.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>How many became opted out by it.</returns>
    public static async Task<int> ApplyAsync(
        IUnitOfWork unit, AccountRun run, int? addressBookId, IReadOnlyList<ContactSuppression> rows, CancellationToken cancellationToken)
    {
        var people = Normalise(rows);
        var forgotten = await ForgottenPeople.FindAsync(unit, people.Select(static person => person.Email), cancellationToken).ConfigureAwait(false);
        people.RemoveAll(person => forgotten.Contains(person.Email));
        if (people.Count == 0)
        {
            return 0;
        }

        var contacts = await FindOrAddAsync(unit, people, cancellationToken).ConfigureAwait(false);
        var transitions = addressBookId is { } book
            ? await ApplyToBookAsync(unit, book, people, contacts, cancellationToken).ConfigureAwait(false)
            : await ApplyToAccountAsync(unit, people, contacts, cancellationToken).ConfigureAwait(false);
        await OptOutRecorder.RecordAsync(unit, run, transitions, cancellationToken).ConfigureAwait(false);
        return transitions.Count;
    }

    private static List<Person> Normalise(IReadOnlyList<ContactSuppression> rows)
    {
        var people = new Dictionary<EmailAddress, Person>();
        foreach (var row in rows)
        {
            if (row.SuppressedContact is not { } contact || !EmailAddress.TryParse(contact.Email, out var email))
            {
                continue;
            }

            var status = new SubscriptionStatus(row.Reason.Value);
            if (status.Reachability != Reachability.OptedOut)
            {
                status = SubscriptionStatus.Unsubscribed;
            }

            var lastSubscribed = SystemDataFields.LastSubscribedOf(contact.DataFields);
            if (!people.TryGetValue(email, out var known) || row.DateRemoved >= known.At)
            {
                people[email] = new Person(email, contact.Id > 0 ? contact.Id : null, status, row.DateRemoved, lastSubscribed);
            }
        }

        return [.. people.Values];
    }

    private static async Task<Dictionary<EmailAddress, ContactRecord>> FindOrAddAsync(IUnitOfWork unit, List<Person> people, CancellationToken cancellationToken)
    {
        var found = (await unit.Contacts.FindByEmailAsync([.. people.Select(static person => person.Email)], cancellationToken).ConfigureAwait(false))
            .ToDictionary(static contact => contact.Email);
        var byRemoteId = (await unit.Contacts.FindByRemoteIdAsync([.. people.Where(static person => person.RemoteId is not null).Select(static person => person.RemoteId!.Value).Distinct()], cancellationToken).ConfigureAwait(false))
            .ToDictionary(static contact => contact.RemoteId!.Value);
        var missing = new List<Person>();
        var moved = new Dictionary<long, ContactRecord>();
        foreach (var person in people.Where(person => !found.ContainsKey(person.Email)))
        {
            // Known under another address: an opt-out is the person's, and the address is mended by the contacts' own read (IM-3). A bounce is the new address's alone.
            if (person.RemoteId is { } remoteId && byRemoteId.TryGetValue(remoteId, out var renamed))
            {
                if (person.Status.IsUndeliverable)
                {
                    renamed = renamed with { Email = person.Email };
                    moved[renamed.Id] = renamed;
                }

                found.Add(person.Email, renamed);
            }
            else
            {
                missing.Add(person);
            }
        }

        await unit.Contacts.SaveAsync(moved.Values, cancellationToken).ConfigureAwait(false);
        await FormerAddressOptOuts.KeepAsync(unit, [.. byRemoteId.Values.Where(contact => moved.ContainsKey(contact.Id))], cancellationToken).ConfigureAwait(false);
        if (missing.Count > 0)
        {
            var id = await unit.Contacts.AllocateIdsAsync(missing.Count, cancellationToken).ConfigureAwait(false);
            var taken = byRemoteId.Keys.ToHashSet();
            foreach (var person in missing)
            {
                var free = person.RemoteId is { } remoteId && taken.Add(remoteId);
                found.Add(person.Email, new ContactRecord { Id = id++, Email = person.Email, RemoteId = free ? person.RemoteId : null });
            }

            await unit.Contacts.SaveAsync([.. missing.Select(person => found[person.Email])], cancellationToken).ConfigureAwait(false);
        }

        return found;
    }

    private static async Task<List<OptOutTransition>> ApplyToBookAsync(
        IUnitOfWork unit, int book, List<Person> people, Dictionary<EmailAddress, ContactRecord> contacts, CancellationToken cancellationToken)
    {
        var memberships = (await unit.Memberships.FindByContactAsync([.. contacts.Values.Select(static contact => contact.Id).Distinct()], cancellationToken).ConfigureAwait(false))
            .Where(membership => membership.AddressBookId == book)
            .ToDictionary(static membership => membership.ContactId);
        var changed = new Dictionary<long, MembershipRecord>();
        var transitions = new List<OptOutTransition>();
        foreach (var person in people)
        {
            var contact = contacts[person.Email];
            var membership = memberships.GetValueOrDefault(contact.Id) ?? new MembershipRecord { AddressBookId = book, ContactId = contact.Id };
            if (membership.Status.Reachability == Reachability.OptedOut || person.IsOlderThan(contact.LastSubscribedAt))
            {
                continue;
            }

            changed[contact.Id] = membership with
            {
                Status = person.Status,
                UnsubscribedAt = person.At,
                State = Quiet(membership.State),
                RenameTo = membership.State.Kind == ExportState.InBatch ? membership.RenameTo : null,
            };
            transitions.Add(new OptOutTransition(contact, book, person.Status, person.At));
        }

        await unit.Memberships.SaveAsync(changed.Values, cancellationToken).ConfigureAwait(false);
        return transitions;
    }

    private static async Task<List<OptOutTransition>> ApplyToAccountAsync(
        IUnitOfWork unit, List<Person> people, Dictionary<EmailAddress, ContactRecord> contacts, CancellationToken cancellationToken)
    {
        var changed = new Dictionary<long, ContactRecord>();
        var transitions = new List<OptOutTransition>();
        foreach (var person in people)
        {
            var contact = contacts[person.Email];
            if (contact.Status.Reachability == Reachability.OptedOut || changed.ContainsKey(contact.Id) || person.IsOlderThan(contact.LastSubscribedAt))
            {
                continue;
            }

            var now = contact with { Status = person.Status, UnsubscribedAt = person.At };
            changed.Add(contact.Id, now);
            transitions.Add(new OptOutTransition(now, null, person.Status, person.At));
        }

        await unit.Contacts.SaveAsync(changed.Values, cancellationToken).ConfigureAwait(false);
        await QuietAsync(unit, [.. changed.Keys], cancellationToken).ConfigureAwait(false);
        return transitions;
    }

    /// <summary>Nothing but a removal stays due for people who opted out (rule S-3).</summary>
    public static async Task QuietAsync(IUnitOfWork unit, IReadOnlyCollection<long> contactIds, CancellationToken cancellationToken)
    {
        if (contactIds.Count == 0)
        {
            return;
        }

        var memberships = await unit.Memberships.FindByContactAsync(contactIds, cancellationToken).ConfigureAwait(false);
        var quiet = memberships.Where(membership => membership.State != Quiet(membership.State)).ToList();
        await unit.Memberships.SaveAsync([.. quiet.Select(membership => membership with { State = Quiet(membership.State), RenameTo = null })], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The state of a membership once its person opted out.</summary>
    public static MembershipState Quiet(MembershipState state) => state switch
    {
        { Kind: ExportState.InBatch } => state,
        { Kind: ExportState.Due, Operation: ExportOperation.Remove } => state,
        _ => MembershipState.Clean,
    };

    private sealed record Person(EmailAddress Email, long? RemoteId, SubscriptionStatus Status, DateTimeOffset? At, DateTimeOffset? LastSubscribedAt)
    {
        public bool IsOlderThan(DateTimeOffset? storedSubscription)
        {
            var subscribed = LastSubscribedAt is null || storedSubscription > LastSubscribedAt ? storedSubscription : LastSubscribedAt;
            return At is not null && subscribed > At;
        }
    }
}
