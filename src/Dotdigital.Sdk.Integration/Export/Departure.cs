using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>How a membership that no item stands for any more goes.</summary>
internal static class Departure
{
    /// <summary>It was never sent, nor told by Dotdigital: there is nothing in the book to take away (rule S-4).</summary>
    public static bool WasNeverInBook(MembershipRecord membership) => !membership.IsInBook;

    /// <summary>
    /// The contact's memberships of other books, to be compared again when a data field's owner leaves (rule EX-3a); one that travels is compared when its batch is settled.
    /// </summary>
    public static IEnumerable<MembershipRecord> OthersToCompare(IEnumerable<MembershipRecord> others) => others
        .Where(static other => other is { ItemId: not null, State.Kind: ExportState.Clean or ExportState.InBatch })
        .Select(static other => other.State.Kind == ExportState.Clean ? other with { State = MembershipState.Due(ExportOperation.Update) } : other with { UpdateVersion = other.UpdateVersion + 1 });

    /// <summary>Of contacts that left these books by an opt-out, the memberships that go on, to be compared again: the lists of those books own none of their data fields any more (rule EX-3a).</summary>
    public static IEnumerable<MembershipRecord> OthersToCompare(IEnumerable<MembershipRecord> memberships, IReadOnlySet<MembershipKey> left) => OthersToCompare(
        memberships.Where(membership => membership.Status.Reachability != Reachability.OptedOut && !left.Contains(new MembershipKey(membership.AddressBookId, membership.ContactId))));

    /// <summary>Its removal becomes due, and its item is let go.</summary>
    public static MembershipRecord Of(MembershipRecord membership) => membership with
    {
        ItemId = null,
        RenameTo = null,
        State = MembershipState.Due(ExportOperation.Remove),
    };

    /// <summary>A removal that Dotdigital may have carried out, or in part: nobody knows whether the contact is still in the book.</summary>
    public static MembershipRecord MayBeDone(MembershipRecord membership) =>
        membership.Status.Reachability == Reachability.Reachable ? membership with { Status = SubscriptionStatus.Unknown, WasSent = true } : membership;

    /// <summary>What a membership whose removal was due needs when an item stands for it after all: to be put into the book again, where it may be gone from it.</summary>
    public static MembershipState Undone(MembershipRecord membership, ContactRecord contact) =>
        MembershipState.Due(
            membership.Status.Reachability != Reachability.Unknown || membership.State is not { Kind: ExportState.Due, Operation: ExportOperation.Remove } ? ExportOperation.Update
            : contact.RemoteId is null ? ExportOperation.New
            : ExportOperation.Add);
}
