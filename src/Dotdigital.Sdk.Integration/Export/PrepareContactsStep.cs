using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.TwoWay;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>
/// Rule EX-3: finds what each staged key needs (new, add, rename, relink), then compares what is due for comparison with the snapshot: equal
/// becomes Clean, different stays due to be sent. Who is not known to be in the book is sent in any case: a batch that ended badly may have
/// been the one that was to bring them in.
/// </summary>
internal static class PrepareContactsStep
{
    private const int PageSize = 2000;

    public static async Task<StepReport> RunAsync(AccountRun run, ConnectedList list, ContactValuesReader reader, CancellationToken cancellationToken)
    {
        var report = new StepReport { Step = StepNames.PrepareContacts, Scope = list.List.Name };
        await MarkWhenMappingChangedAsync(run, list, reader, cancellationToken).ConfigureAwait(false);
        await ReleaseTakenBackAsync(run, list, ExportState.Held, cancellationToken).ConfigureAwait(false);
        await ReleaseTakenBackAsync(run, list, ExportState.Faulted, cancellationToken).ConfigureAwait(false);
        report = report.Plus(await PlaceKeysAsync(run, list, new TwoWayList(list, reader.Mapping), cancellationToken).ConfigureAwait(false));
        return report.Plus(await CompareAsync(run, list, reader, cancellationToken).ConfigureAwait(false));
    }

    private static async Task MarkWhenMappingChangedAsync(AccountRun run, ConnectedList list, ContactValuesReader reader, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);

        // Read again: a person may have changed the connection since the run began, and that must not be overwritten.
        var connection = (await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false)).First(connection => connection.Id == list.Connection.Id);
        var isYoung = list.StoredMapping is { } stored && run.Time.GetUtcNow() < stored.ChangedAt + MappingFingerprint.NoticedAfter;
        var (compares, fingerprint) = MappingFingerprint.Decide(connection.MappingFingerprint, reader.Fingerprint, isYoung);
        var isSame = string.Equals(connection.MappingFingerprint, fingerprint, StringComparison.Ordinal);
        if (isSame && !compares && !connection.RefreshRequested)
        {
            return;
        }

        if (compares || connection.RefreshRequested)
        {
            await unit.Memberships.MarkForComparisonAsync(connection.Id, cancellationToken).ConfigureAwait(false);
        }

        await unit.Connections.SaveAsync(connection with { MappingFingerprint = fingerprint, RefreshRequested = false }, cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Members set aside for a new address whose item has its former one again are compared again (rule EX-3b).</summary>
    private static async Task ReleaseTakenBackAsync(AccountRun run, ConnectedList list, ExportState state, CancellationToken cancellationToken)
    {
        var filter = new MembershipFilter { ConnectionId = list.Connection.Id, State = state };
        MembershipKey? after = null;
        while (true)
        {
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            var page = await unit.Memberships.PageAsync(filter, after, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                return;
            }

            after = new MembershipKey(page[^1].Membership.AddressBookId, page[^1].Contact.Id);
            var waiting = page.Where(static view => view.Membership is { ItemId: not null, RenameTo: not null } or { ItemId: not null, State.Reason: SetAsideReason.EmailConflict }).ToList();
            if (waiting.Count == 0)
            {
                continue;
            }

            var staged = (await unit.ListKeys.FindAsync(list.Connection.Id, [.. waiting.Select(static view => view.Membership.ItemId!)], cancellationToken).ConfigureAwait(false))
                .ToDictionary(static key => key.ItemId, static key => key.Email, StringComparer.Ordinal);
            var released = waiting.Where(view => staged.TryGetValue(view.Membership.ItemId!, out var email) && email == view.Contact.Email)
                .Select(static view => view.Membership with { State = MembershipState.Due(ExportOperation.Update), RenameTo = null, Failures = 0, LastFault = null })
                .ToList();
            await unit.Memberships.SaveAsync(released, cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<StepReport> PlaceKeysAsync(AccountRun run, ConnectedList list, TwoWayList twoWay, CancellationToken cancellationToken)
    {
        var report = new StepReport { Step = StepNames.PrepareContacts };
        string? after = null;
        while (true)
        {
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            var page = await unit.ListKeys.PageUnmatchedAsync(list.Connection.Id, list.List.Name, after, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                return report;
            }

            var placement = await KeyPlacement.LoadAsync(unit, list, page, cancellationToken).ConfigureAwait(false);
            foreach (var match in page)
            {
                placement.Place(match);
            }

            await placement.SaveAsync(unit, cancellationToken).ConfigureAwait(false);
            await OfferedValues.OfferLinkedAsync(unit, run, twoWay, placement.Linked, cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            report = report.Plus(placement.Report);
            run.Tell(StepNames.PrepareContacts, list.List.Name, report.Read);
            after = page[^1].Key.ItemId;
        }
    }

    private static async Task<StepReport> CompareAsync(AccountRun run, ConnectedList list, ContactValuesReader reader, CancellationToken cancellationToken)
    {
        var report = new StepReport { Step = StepNames.PrepareContacts };
        var filter = new MembershipFilter { ConnectionId = list.Connection.Id, State = ExportState.Due, Operations = [ExportOperation.Update], ReadyAt = run.Time.GetUtcNow() };
        MembershipKey? after = null;
        while (true)
        {
            IReadOnlyList<MembershipView> page;
            await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
            {
                page = await unit.Memberships.PageAsync(filter, after, PageSize, cancellationToken).ConfigureAwait(false);
            }

            if (page.Count == 0)
            {
                return report;
            }

            var prepared = await reader.ReadAsync(page, cancellationToken).ConfigureAwait(false);
            var settled = prepared.Select(contact => Settle(contact, reader.Names)).Where(static membership => membership is not null).ToList();
            await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
            {
                await unit.Memberships.SaveAsync(settled!, cancellationToken).ConfigureAwait(false);
                await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            }

            report = report with
            {
                Read = report.Read + page.Count,
                Skipped = report.Skipped + settled.Count(static membership => membership!.State.Kind == ExportState.Clean),
                SetAside = report.SetAside + settled.Count(static membership => membership!.State.Kind == ExportState.Faulted),
            };
            run.Tell(StepNames.PrepareContacts, list.List.Name, report.Read);
            after = new MembershipKey(page[^1].Membership.AddressBookId, page[^1].Contact.Id);
        }
    }

    /// <summary>The membership when the comparison changes it, else null: it stays due.</summary>
    private static MembershipRecord? Settle(PreparedContact contact, IReadOnlyList<string> names) => contact.Outcome switch
    {
        PreparedOutcome.Ready when !contact.Differs(names) && contact.IsKnownInBook && contact.GivenUp(names).ToList() is [_, ..] lost => contact.View.Membership with
        {
            State = MembershipState.Faulted(SetAsideReason.ValueNotKept),
            LastFault = $"Dotdigital was sent the value of data field {string.Join(", ", lost)} twice and has another: give it one that it keeps, or leave it.",
            Failures = 0,
            NotBefore = null,
        },
        PreparedOutcome.Ready when !contact.Differs(names) && contact.IsKnownInBook => contact.View.Membership with { State = MembershipState.Clean, LastFault = null, Failures = 0, NotBefore = null },
        PreparedOutcome.NotReachable when !contact.IsWithheld => contact.View.Membership with { State = MembershipState.Clean, NotBefore = null },
        PreparedOutcome.Moved when contact.View.Membership.CameFromRemote => contact.View.Membership with { State = MembershipState.Clean },
        PreparedOutcome.Misfit => contact.View.Membership with { State = MembershipState.Faulted(SetAsideReason.MisfitValue), LastFault = contact.Misfit },
        _ => null,
    };
}
