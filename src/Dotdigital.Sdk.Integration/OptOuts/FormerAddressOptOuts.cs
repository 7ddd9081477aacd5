using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.OptOuts;

/// <summary>
/// Contacts that got another address in Dotdigital take their opt-outs along, and leave them behind too: the host may still know the person by the former address
/// (rule EX-3b: an opt-out clings to the address).
/// </summary>
internal static class FormerAddressOptOuts
{
    /// <summary>Keeps the former addresses of people who said no, where nobody else has them now.</summary>
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

        var taken = (await unit.Contacts.FindByEmailAsync([.. optedOut.Select(static contact => contact.Email)], cancellationToken).ConfigureAwait(false)).Select(static contact => contact.Email).ToHashSet();
        optedOut.RemoveAll(contact => taken.Contains(contact.Email));
        var id = await unit.Contacts.AllocateIdsAsync(Math.Max(1, optedOut.Count), cancellationToken).ConfigureAwait(false);
        var kept = optedOut.ToDictionary(contact => contact.Id, contact => new ContactRecord
        {
            Id = id++,
            Email = contact.Email,
            Status = IsNo(contact.Status) ? contact.Status : default,
            UnsubscribedAt = IsNo(contact.Status) ? contact.UnsubscribedAt : null,
        });
        await unit.Contacts.SaveAsync(kept.Values, cancellationToken).ConfigureAwait(false);
        await unit.Memberships.SaveAsync(
            [
                .. from former in kept
                   from no in noes[former.Key]
                   select new MembershipRecord { AddressBookId = no.AddressBookId, ContactId = former.Value.Id, Status = no.Status, UnsubscribedAt = no.UnsubscribedAt },
            ],
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A person's no, not an address's fault: that stays with the address that has it.</summary>
    private static bool IsNo(SubscriptionStatus status) => status is { Reachability: Reachability.OptedOut, IsUndeliverable: false };
}
