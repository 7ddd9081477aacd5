using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>
/// Members whose contact got another address in Dotdigital while their batch travelled: what was sent reached whoever has the address now, perhaps somebody whom
/// it made. That one is in the book on the connection's behalf, and stands for the item from now on (rules S-4, EX-1).
/// </summary>
internal static class FormerAddresses
{
    /// <summary>Links the items to those who were reached, and lets the contacts go that were meant.</summary>
    /// <param name="unit">The unit that settles the members.</param>
    /// <param name="batch">The batch that was delivered.</param>
    /// <param name="moved">The members as settled, with the contacts that were meant and the addresses that were sent.</param>
    /// <param name="now">Later than the batch's arrival, by Dotdigital's clock.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The memberships to save instead of the settled ones, those of who was reached included.</returns>
    public static async Task<IReadOnlyList<MembershipRecord>> SettleAsync(
        IUnitOfWork unit, BatchRecord batch, IReadOnlyList<(MembershipRecord Membership, ContactRecord Contact, EmailAddress Sent)> moved, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (moved.Count == 0)
        {
            return [];
        }

        var reached = await FindOrAddAsync(unit, [.. moved.Select(static member => member.Sent).Distinct()], cancellationToken).ConfigureAwait(false);
        var memberships = (await unit.Memberships.FindByContactAsync([.. reached.Values.Select(static contact => contact.Id)], cancellationToken).ConfigureAwait(false))
            .Where(membership => membership.AddressBookId == batch.AddressBookId)
            .ToDictionary(static membership => membership.ContactId);
        var changed = new List<MembershipRecord>();
        foreach (var (membership, contact, sent) in moved)
        {
            var person = reached[sent];
            var present = memberships.GetValueOrDefault(person.Id) ?? new MembershipRecord { AddressBookId = batch.AddressBookId, ContactId = person.Id };
            if (present.ItemId is not null || present.State.Kind == ExportState.InBatch)
            {
                continue;
            }

            if (IsOptedOut(person.Status) || IsOptedOut(present.Status))
            {
                changed.Add(TakenOut(present, person, batch, now));
                continue;
            }

            if (!IsReachable(person.Status) || !IsReachable(present.Status))
            {
                continue;
            }

            var isWanted = membership.ItemId is not null && IsReachable(contact.Status) && IsReachable(membership.Status);
            changed.Add(present with
            {
                ConnectionId = batch.ConnectionId,
                ItemId = isWanted ? membership.ItemId : null,
                State = MembershipState.Due(isWanted ? ExportOperation.Update : ExportOperation.Remove),
                WasSent = true,
                AddedBy = present.AddedBy ?? (present.IsInBook ? null : batch.ConnectionId),
                LastBatchId = batch.Id,
            });
            if (isWanted)
            {
                changed.Add(Departure.Of(membership));
            }
        }

        // First what is let go, so that no item is linked twice at any time.
        return [.. changed.OrderBy(static membership => membership.ItemId is not null)];
    }

    /// <summary>
    /// A no clings to the address, and Dotdigital took the row all the same: it has somebody new there, who is subscribed since our import and not since a person
    /// asked for it. They leave the book, and the no begins again after the import (rules EX-3b, OP-5).
    /// </summary>
    private static MembershipRecord TakenOut(MembershipRecord present, ContactRecord person, BatchRecord batch, DateTimeOffset now) => present with
    {
        ConnectionId = batch.ConnectionId,
        UnsubscribedAt = IsOptedOut(present.Status) ? now : null,
        State = MembershipState.Due(ExportOperation.Remove),
        WasSent = true,
        AddedBy = present.AddedBy ?? (person.RemoteId is null ? batch.ConnectionId : null),
        LastBatchId = batch.Id,
    };

    private static async Task<Dictionary<EmailAddress, ContactRecord>> FindOrAddAsync(IUnitOfWork unit, IReadOnlyCollection<EmailAddress> addresses, CancellationToken cancellationToken)
    {
        var found = (await unit.Contacts.FindByEmailAsync(addresses, cancellationToken).ConfigureAwait(false)).ToDictionary(static contact => contact.Email);
        var missing = addresses.Where(address => !found.ContainsKey(address)).ToList();
        if (missing.Count > 0)
        {
            var id = await unit.Contacts.AllocateIdsAsync(missing.Count, cancellationToken).ConfigureAwait(false);
            foreach (var address in missing)
            {
                found.Add(address, new ContactRecord { Id = id++, Email = address });
            }

            await unit.Contacts.SaveAsync([.. missing.Select(address => found[address])], cancellationToken).ConfigureAwait(false);
        }

        return found;
    }

    private static bool IsOptedOut(SubscriptionStatus status) => status.Reachability == Reachability.OptedOut;

    private static bool IsReachable(SubscriptionStatus status) => status.Reachability is Reachability.Unknown or Reachability.Reachable;
}
