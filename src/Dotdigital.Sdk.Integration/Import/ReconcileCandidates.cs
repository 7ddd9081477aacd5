using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Import;

/// <summary>
/// The members of a book that its reconcile may judge, by Dotdigital's contact id: those settled before the read began, as they were then (rule IM-12). Staged in
/// the store, so that neither a read of millions nor one that spans runs is held in memory (rule W-2).
/// </summary>
internal static class ReconcileCandidates
{
    private const int StageSize = 5000;
    private const long States = 3;
    private const long Expected = 0;
    private const long Withheld = 1;
    private const long WithheldButMet = 2;

    /// <summary>Stages those of a page that may be judged.</summary>
    public static Task StageAsync(IUnitOfWork unit, int addressBookId, int connectionId, IEnumerable<MembershipView> page, CancellationToken cancellationToken) =>
        unit.StagedIds.SaveAsync(
            StepNames.ReconcileMembers,
            addressBookId,
            [
                .. from view in page
                   let state = StateOf(view, connectionId)
                   where state is not null
                   select new StagedId(view.Contact.RemoteId!.Value, MarkOf(view) | state.Value),
            ],
            cancellationToken);

    /// <summary>Notes whom the read met: who was expected needs no verdict, who was taken as removed may be back.</summary>
    public static async Task MeetAsync(IUnitOfWork unit, int addressBookId, IEnumerable<long> remoteIds, CancellationToken cancellationToken)
    {
        foreach (var ids in remoteIds.Chunk(StageSize))
        {
            var met = (await unit.StagedIds.FindAsync(StepNames.ReconcileMembers, addressBookId, ids, cancellationToken).ConfigureAwait(false)).ToLookup(static staged => staged.Value & States);
            if (met[Expected].Any())
            {
                await unit.StagedIds.DeleteAsync(StepNames.ReconcileMembers, addressBookId, [.. met[Expected].Select(static staged => staged.Id)], cancellationToken).ConfigureAwait(false);
            }

            if (met[Withheld].Any())
            {
                List<StagedId> back = [.. met[Withheld].Select(static staged => staged with { Value = (staged.Value & ~States) | WithheldButMet })];
                await unit.StagedIds.SaveAsync(StepNames.ReconcileMembers, addressBookId, back, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Takes off who was sent to the book while it was read: the read may have passed the place where they are now.</summary>
    public static Task DropSentAsync(IUnitOfWork unit, int addressBookId, IEnumerable<ContactRecord> contacts, CancellationToken cancellationToken) =>
        unit.StagedIds.DeleteAsync(
            StepNames.ReconcileMembers, addressBookId, [.. contacts.Where(static contact => contact.RemoteId is not null).Select(static contact => contact.RemoteId!.Value)], cancellationToken);

    /// <summary>The next of those left, with their verdicts; who has changed since has none.</summary>
    /// <returns>The verdicts, and after which id there may be more; null when there are none.</returns>
    public static async Task<(IReadOnlyList<(MembershipView View, ReconcileVerdict Verdict)> Judged, long? More)> JudgeAsync(
        IUnitOfWork unit, int addressBookId, int connectionId, long after, int take, CancellationToken cancellationToken)
    {
        var left = await unit.StagedIds.PageAsync(StepNames.ReconcileMembers, addressBookId, after, take, cancellationToken).ConfigureAwait(false);
        if (left.Count == 0)
        {
            return ([], null);
        }

        var contacts = (await unit.Contacts.FindByRemoteIdAsync([.. left.Select(static staged => staged.Id)], cancellationToken).ConfigureAwait(false))
            .ToDictionary(static contact => contact.RemoteId!.Value);
        var members = (await unit.Memberships.FindByContactAsync([.. contacts.Values.Select(static contact => contact.Id)], cancellationToken).ConfigureAwait(false))
            .Where(membership => membership.AddressBookId == addressBookId)
            .ToDictionary(static membership => membership.ContactId);
        var judged = new List<(MembershipView, ReconcileVerdict)>();
        foreach (var staged in left)
        {
            if (!contacts.TryGetValue(staged.Id, out var contact) || !members.TryGetValue(contact.Id, out var member))
            {
                continue;
            }

            var view = new MembershipView(member, contact);
            var verdict = ReconcileVerdicts.Judge(member, contact, connectionId, _ => (staged.Value & States) == WithheldButMet);
            if (verdict != ReconcileVerdict.None && MarkOf(view) == (staged.Value & ~States))
            {
                judged.Add((view, verdict));
            }
        }

        return (judged, left.Count < take ? null : left[^1].Id);
    }

    private static long? StateOf(MembershipView view, int connectionId) =>
        ReconcileVerdicts.Judge(view.Membership, view.Contact, connectionId, static _ => false) == ReconcileVerdict.Missing ? Expected
        : ReconcileVerdicts.Judge(view.Membership, view.Contact, connectionId, static _ => true) == ReconcileVerdict.Back ? Withheld
        : null;

    private static long MarkOf(MembershipView view) =>
        (long)StableHash.Seed
            .Mix(view.Membership.ConnectionId ?? 0)
            .Mix(view.Membership.ItemId)
            .Mix(view.Membership.Status.Value)
            .Mix(view.Membership.UpdateVersion)
            .Mix(view.Contact.Status.Value)
            .Mix(view.Contact.Email.Value) & ~States;
}
