using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.OptOuts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Import;

/// <summary>
/// Matches a page of remote contacts to stored ones: by email, else by remote id, in which case the email changed. When both match different
/// rows, the one with the remote id is kept and the other's memberships move to it; the stricter status wins (rule IM-3).
/// </summary>
internal sealed class ContactMatcher
{
    /// <summary>No snapshot has it: the values are settled by comparing each with its base.</summary>
    private const int NoVersion = -1;

    private readonly Dictionary<EmailAddress, ContactRecord> _byEmail;
    private readonly Dictionary<long, ContactRecord> _byRemoteId;
    private readonly HashSet<long> _remoteIdsOnPage;
    private readonly Dictionary<long, long> _merged = [];
    private readonly Dictionary<long, ContactRecord> _displaced = [];
    private long _nextId;

    private ContactMatcher(Dictionary<EmailAddress, ContactRecord> byEmail, Dictionary<long, ContactRecord> byRemoteId, HashSet<long> remoteIdsOnPage, long nextId)
    {
        _byEmail = byEmail;
        _byRemoteId = byRemoteId;
        _remoteIdsOnPage = remoteIdsOnPage;
        _nextId = nextId;
    }

    public static async Task<ContactMatcher> LoadAsync(IUnitOfWork unit, IReadOnlyDictionary<EmailAddress, ContactV3> rows, CancellationToken cancellationToken)
    {
        var remoteIds = rows.Values.Select(static row => row.ContactId).ToHashSet();
        var byEmail = (await unit.Contacts.FindByEmailAsync([.. rows.Keys], cancellationToken).ConfigureAwait(false)).ToDictionary(static contact => contact.Email);
        var byRemoteId = (await unit.Contacts.FindByRemoteIdAsync(remoteIds, cancellationToken).ConfigureAwait(false)).ToDictionary(static contact => contact.RemoteId!.Value);
        var unknown = rows.Count(row => !byRemoteId.ContainsKey(row.Value.ContactId) && !(byEmail.TryGetValue(row.Key, out var holder) && !HasMoved(holder, remoteIds, row.Value.ContactId)));
        var nextId = unknown == 0 ? 0 : await unit.Contacts.AllocateIdsAsync(unknown, cancellationToken).ConfigureAwait(false);
        return new ContactMatcher(byEmail, byRemoteId, remoteIds, nextId);
    }

    /// <summary>The stored contact as it was (null when new), and the record to change, which already has the row's address.</summary>
    public (ContactRecord? Before, ContactRecord Contact) Match(EmailAddress email, long remoteId)
    {
        var byEmail = _byEmail.GetValueOrDefault(email);
        var byRemoteId = _byRemoteId.GetValueOrDefault(remoteId);
        if (byRemoteId is null)
        {
            if (byEmail is null)
            {
                return (null, new ContactRecord { Id = _nextId++, Email = email });
            }

            // Its former holder has a row of its own on this page, under another address: this is somebody new, to whom an opt-out of the address clings.
            return HasMoved(byEmail, _remoteIdsOnPage, remoteId)
                ? (null, Stricter(new ContactRecord { Id = _nextId++, Email = email }, byEmail))
                : (byEmail, byEmail);
        }

        if (byEmail is null || byEmail.Id == byRemoteId.Id)
        {
            return (byRemoteId, byRemoteId with { Email = email });
        }

        var kept = byRemoteId with { Email = email };
        if (byEmail.RemoteId is null)
        {
            _merged[byEmail.Id] = byRemoteId.Id;
        }
        else if (!_remoteIdsOnPage.Contains(byEmail.RemoteId.Value))
        {
            // The address moved to another contact, and where its former one went is not told yet: it waits under an address nobody has.
            _displaced[byEmail.Id] = byEmail with { Email = UnknownAddress.Of(byEmail.RemoteId.Value) };
        }

        return (byRemoteId, Stricter(kept, byEmail));
    }

    /// <summary>Writes the page's contacts, after the memberships of merged ones were moved.</summary>
    public async Task SaveAsync(IUnitOfWork unit, ContactPageChanges changes, CancellationToken cancellationToken)
    {
        if (_merged.Count > 0)
        {
            await MoveMembershipsAsync(unit, cancellationToken).ConfigureAwait(false);
            await unit.Contacts.DeleteAsync(_merged.Keys, cancellationToken).ConfigureAwait(false);
        }

        await unit.Contacts.SaveAsync([.. _displaced.Values, .. changes.Saved.Values.Select(static saved => saved.After)], cancellationToken).ConfigureAwait(false);
        await FormerAddressOptOuts.KeepAsync(
            unit,
            [.. changes.Saved.Values.Where(static saved => saved.Before is { } before && before.Email != saved.After.Email && !UnknownAddress.Is(before.Email)).Select(static saved => saved.Before!)],
            cancellationToken).ConfigureAwait(false);
    }

    private static bool HasMoved(ContactRecord holder, HashSet<long> remoteIdsOnPage, long remoteId) =>
        holder.RemoteId is { } former && former != remoteId && remoteIdsOnPage.Contains(former);

    private static ContactRecord Stricter(ContactRecord kept, ContactRecord other) =>
        other.Status.Reachability == Reachability.OptedOut && kept.Status.Reachability != Reachability.OptedOut
            ? kept with { Status = other.Status, UnsubscribedAt = other.UnsubscribedAt }
            : kept;

    private async Task MoveMembershipsAsync(IUnitOfWork unit, CancellationToken cancellationToken)
    {
        await MoveBatchMembersAsync(unit, cancellationToken).ConfigureAwait(false);
        var memberships = await unit.Memberships.FindByContactAsync([.. _merged.Keys, .. _merged.Values], cancellationToken).ConfigureAwait(false);
        var kept = memberships.Where(membership => !_merged.ContainsKey(membership.ContactId)).ToDictionary(static membership => new MembershipKey(membership.AddressBookId, membership.ContactId));
        var moving = memberships.Where(membership => _merged.ContainsKey(membership.ContactId)).ToList();
        await unit.Memberships.DeleteAsync([.. moving.Select(static membership => new MembershipKey(membership.AddressBookId, membership.ContactId))], cancellationToken).ConfigureAwait(false);
        var moved = new List<MembershipRecord>();
        foreach (var membership in moving)
        {
            var target = _merged[membership.ContactId];

            // What travels was meant for another snapshot: it is compared again when its batch is settled.
            var version = membership.State.Kind == ExportState.InBatch ? 1 : 0;
            if (!kept.TryGetValue(new MembershipKey(membership.AddressBookId, target), out var present))
            {
                moved.Add(membership with { ContactId = target, UpdateVersion = membership.UpdateVersion + version });
                continue;
            }

            var stricter = membership.Status.Reachability == Reachability.OptedOut ? membership : present;
            var linked = membership.ItemId is not null && present.ItemId is null ? membership : present;

            // What is to come with an import counts, not that the other one is taken out meanwhile: whether anybody is in the book then, the next reads tell.
            var isTakenOut = IsLeaving(present) != IsLeaving(membership) && present.State.Kind == ExportState.InBatch && membership.State.Kind == ExportState.InBatch;
            var travelling = present.State.Kind == ExportState.InBatch && !(isTakenOut && IsLeaving(present)) ? present : membership.State.Kind == ExportState.InBatch ? membership : linked;
            moved.Add(linked with
            {
                ContactId = target,
                State = travelling.State,
                UpdateVersion = Math.Max(membership.UpdateVersion, present.UpdateVersion) + version,
                Status = isTakenOut && stricter.Status.Reachability == Reachability.Reachable ? SubscriptionStatus.Unknown : stricter.Status,
                UnsubscribedAt = stricter.UnsubscribedAt,
                WasSent = membership.WasSent || present.WasSent,
            });
        }

        await unit.Memberships.SaveAsync(moved, cancellationToken).ConfigureAwait(false);
    }

    private static bool IsLeaving(MembershipRecord membership) => membership.State is { Kind: ExportState.InBatch, Operation: ExportOperation.Remove };

    /// <summary>A batch knows its members by contact: what it carries for one that goes is settled for the one that stays (rule S-4).</summary>
    private async Task MoveBatchMembersAsync(IUnitOfWork unit, CancellationToken cancellationToken)
    {
        var members = await unit.Batches.FindMembersAsync([.. _merged.Keys, .. _merged.Values], cancellationToken).ConfigureAwait(false);
        foreach (var batch in members.GroupBy(static member => member.BatchId))
        {
            var kept = batch.Select(static member => member.Member.ContactId).Where(id => !_merged.ContainsKey(id)).ToHashSet();
            var moving = batch.Select(static member => member.Member).Where(member => _merged.ContainsKey(member.ContactId)).ToList();
            await unit.Batches.DeleteMembersAsync(batch.Key, [.. moving.Select(static member => member.ContactId)], cancellationToken).ConfigureAwait(false);
            await unit.Batches.AddMembersAsync(
                batch.Key,
                [
                    .. from member in moving
                       where kept.Add(_merged[member.ContactId])
                       select member with { ContactId = _merged[member.ContactId], SnapshotVersion = NoVersion },
                ],
                cancellationToken).ConfigureAwait(false);
        }
    }
}
