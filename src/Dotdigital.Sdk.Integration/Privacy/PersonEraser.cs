using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Privacy;

/// <summary>Erases one person from an account's store, but for the row that a batch on its way still needs (rules S-4, PR-1).</summary>
internal static class PersonEraser
{
    /// <summary>Erases.</summary>
    /// <returns>Whether all is erased, and whether the person had said a no that Dotdigital has not heard.</returns>
    public static async Task<(bool IsDone, bool HasUntoldNo)> EraseAsync(IUnitOfWork unit, EmailAddress email, CancellationToken cancellationToken)
    {
        var person = await PersonFootprint.ReadAsync(unit, email, cancellationToken).ConfigureAwait(false);
        foreach (var list in person.Items.GroupBy(static item => item.ListName, StringComparer.Ordinal))
        {
            await unit.ListItems.DeleteSetAsideAsync(list.Key, [.. list.Select(static item => item.ItemId)], cancellationToken).ConfigureAwait(false);
        }

        await EraseOptOutsAsync(unit, person, cancellationToken).ConfigureAwait(false);

        foreach (var keys in person.Keys.GroupBy(static row => row.Connection.Id))
        {
            await unit.ListKeys.DeleteAsync(keys.Key, [.. keys.Select(static row => row.Key.ItemId)], cancellationToken).ConfigureAwait(false);
        }

        foreach (var writes in person.HostWrites.GroupBy(static write => write.ConnectionId))
        {
            await unit.HostWrites.DeleteAsync(writes.Key, [.. writes.Select(static write => write.ContactId)], cancellationToken).ConfigureAwait(false);
        }

        await unit.Outbox.DeleteAsync([.. person.Events.Select(static item => item.Sequence)], cancellationToken).ConfigureAwait(false);
        await unit.Activities.DeleteByContactAsync(person.RemoteIds, cancellationToken).ConfigureAwait(false);
        var isDone = await EraseContactAsync(unit, person, cancellationToken).ConfigureAwait(false);
        return (isDone, person.OptOuts.Any(static item => item is { Origin: OptOutOrigin.Host, IsTold: false }));
    }

    /// <summary>
    /// A no stays with the item, so that the item is not exported under another address either; of the address only the keyed hash is left, by which its
    /// owner's return is known. That an address cannot be delivered to is no no, and goes with it.
    /// </summary>
    private static async Task EraseOptOutsAsync(IUnitOfWork unit, PersonFootprint person, CancellationToken cancellationToken)
    {
        foreach (var list in person.OptOuts.Where(static item => item.IsUndeliverable).GroupBy(static item => item.ListName, StringComparer.Ordinal))
        {
            await unit.ListItems.DeleteAsync(list.Key, [.. list.Select(static item => item.ItemId)], cancellationToken).ConfigureAwait(false);
        }

        var hash = (await ForgottenPeople.FindAsync(unit, person.Email, cancellationToken).ConfigureAwait(false))?.Hash;
        await unit.ListItems.SaveAsync(
            [.. person.OptOuts.Where(static item => !item.IsUndeliverable).Select(item => item with { Email = null, ForgottenAs = hash, IsTold = true })], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Erases the contact with its memberships and batch members; what is on its way keeps bare rows until it is settled.</summary>
    private static async Task<bool> EraseContactAsync(IUnitOfWork unit, PersonFootprint person, CancellationToken cancellationToken)
    {
        if (person.Contact is not { } contact)
        {
            return true;
        }

        foreach (var batch in person.Batches.Where(batch => !person.OpenBatches.Contains(batch.BatchId)))
        {
            await unit.Batches.DeleteMembersAsync(batch.BatchId, [contact.Id], cancellationToken).ConfigureAwait(false);
        }

        var travelling = person.Memberships.Where(static membership => membership.State.Kind == ExportState.InBatch).ToList();
        await unit.Memberships.DeleteAsync(
            [.. person.Memberships.Except(travelling).Select(static membership => new MembershipKey(membership.AddressBookId, membership.ContactId))], cancellationToken).ConfigureAwait(false);
        if (travelling.Count == 0 && !person.Batches.Any(batch => person.OpenBatches.Contains(batch.BatchId)))
        {
            await unit.Contacts.DeleteAsync([contact.Id], cancellationToken).ConfigureAwait(false);
            return true;
        }

        await unit.Memberships.SaveAsync([.. travelling.Select(static membership => membership with { LastFault = null })], cancellationToken).ConfigureAwait(false);
        await unit.Contacts.SaveAsync([contact with { Snapshot = FieldValues.Empty, NotKept = FieldValues.Empty, OptInType = null, EmailType = null, LastSubscribedAt = null }], cancellationToken).ConfigureAwait(false);
        return false;
    }
}
