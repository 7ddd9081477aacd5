using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.OptOuts;

/// <summary>
/// Contacts that got another address in Dotdigital take their opt-outs along, and leave them behind too: the host may still know the person by the former address
/// (rule EX-3b: an opt-out clings to the address).
/// </summary>
internal static class FormerAddressOptOuts
{
    /// <summary>Keeps the noes with the former addresses of people who said no.</summary>
    /// <param name="unit">The unit that stores the new addresses; they are saved already.</param>
    /// <param name="moved">The contacts as they were.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static async Task KeepAsync(IUnitOfWork unit, IReadOnlyCollection<ContactRecord> moved, CancellationToken cancellationToken)
    {
        if (moved.Count == 0)
        {
            return;
        }

        var noes = (await unit.Memberships.FindByContactAsync([.. moved.Select(static contact => contact.Id)], cancellationToken).ConfigureAwait(false))
            .Where(static membership => IsNo(membership.Status))
            .ToLookup(static membership => membership.ContactId);
        var optedOut = moved.Where(contact => IsNo(contact.Status) || noes[contact.Id].Any()).DistinctBy(static contact => contact.Email).ToList();
        if (optedOut.Count == 0)
        {
            return;
        }

        // Somebody new may have the address already: the noes to books cling to it all the same, and the one to the account was given to its contact when it was made.
        var takers = (await unit.Contacts.FindByEmailAsync([.. optedOut.Select(static contact => contact.Email)], cancellationToken).ConfigureAwait(false)).ToDictionary(static contact => contact.Email);
        var id = await unit.Contacts.AllocateIdsAsync(optedOut.Count, cancellationToken).ConfigureAwait(false);
        var kept = optedOut.Where(contact => !takers.ContainsKey(contact.Email)).ToDictionary(static contact => contact.Id, contact => new ContactRecord
        {
            Id = id++,
            Email = contact.Email,
            Status = IsNo(contact.Status) ? contact.Status : default,
            UnsubscribedAt = IsNo(contact.Status) ? contact.UnsubscribedAt : null,
        });
        var known = (await unit.Memberships.FindByContactAsync([.. takers.Values.Select(static contact => contact.Id)], cancellationToken).ConfigureAwait(false))
            .Select(static membership => new MembershipKey(membership.AddressBookId, membership.ContactId))
            .ToHashSet();
        await unit.Contacts.SaveAsync(kept.Values, cancellationToken).ConfigureAwait(false);
        await unit.Memberships.SaveAsync(
            [
                .. from former in optedOut
                   let holder = kept.GetValueOrDefault(former.Id) ?? takers[former.Email]
                   where holder.Id != former.Id
                   from no in noes[former.Id]
                   where !known.Contains(new MembershipKey(no.AddressBookId, holder.Id))
                   select new MembershipRecord { AddressBookId = no.AddressBookId, ContactId = holder.Id, Status = no.Status, UnsubscribedAt = no.UnsubscribedAt },
            ],
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A person's no, not an address's fault: that stays with the address that has it.</summary>
    private static bool IsNo(SubscriptionStatus status) => status is { Reachability: Reachability.OptedOut, IsUndeliverable: false };
}
