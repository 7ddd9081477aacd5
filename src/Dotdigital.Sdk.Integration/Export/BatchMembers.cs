using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>Finds the memberships that a page of batch members stands for.</summary>
internal static class BatchMembers
{
    /// <summary>Those that are still carried by the batch: a member settled before, by a run that was killed, is left alone.</summary>
    public static async Task<IReadOnlyList<MembershipRecord>> FindAsync(
        IUnitOfWork unit, BatchRecord batch, IReadOnlyList<BatchMemberRecord> members, CancellationToken cancellationToken)
    {
        var memberships = await unit.Memberships.FindByContactAsync([.. members.Select(static member => member.ContactId)], cancellationToken).ConfigureAwait(false);
        return [.. memberships.Where(membership => membership.AddressBookId == batch.AddressBookId && membership.State.Kind == ExportState.InBatch && membership.State.BatchId == batch.Id)];
    }

    /// <summary>What becomes of a member that its batch did not deliver: what it was to do is due again, except for people who opted out meanwhile (rule S-3).</summary>
    public static MembershipRecord DueAgain(MembershipRecord membership, ContactRecord? contact)
    {
        var isOptedOut = membership.Status.Reachability == Reachability.OptedOut || contact?.Status.Reachability == Reachability.OptedOut;
        return isOptedOut && membership.State.Operation != ExportOperation.Remove
            ? membership with { State = MembershipState.Clean, RenameTo = null }
            : membership with { State = MembershipState.Due(membership.State.Operation) };
    }
}
