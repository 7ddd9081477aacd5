using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>
/// Goes the way of one list's export a page at a time, deciding as it does, and gives every decision up instead of storing it (rule CN-4). Only the
/// staged keys are written, which the next pass clears.
/// </summary>
internal sealed class ListForecaster(AccountRun run, ConnectedList list, ContactValuesReader? reader, ForecastTally tally)
{
    private const int PageSize = 2000;

    /// <summary>Contacts that are due in the store and that the pass decided about already.</summary>
    private readonly HashSet<long> _placed = [];

    private ConnectionRecord Connection => list.Connection;

    /// <summary>Stages the keys and counts.</summary>
    /// <returns>How many items the list has, how many members leave it, and of how many.</returns>
    public async Task<(long Items, LeaverCount Leavers)> RunAsync(CancellationToken cancellationToken)
    {
        var staged = await StageKeysStep.RunAsync(run, list, cancellationToken, item => tally.SetAside(item.Reason, item.ItemId, null, item.Detail)).ConfigureAwait(false);
        await CountOptedOutAsync(staged.Skipped, cancellationToken).ConfigureAwait(false);
        await PlaceKeysAsync(cancellationToken).ConfigureAwait(false);
        await CompareAsync(new MembershipFilter { ConnectionId = Connection.Id, State = ExportState.Due, ReadyAt = run.Time.GetUtcNow() }, cancellationToken).ConfigureAwait(false);
        if (reader is not null && Connection.MappingFingerprint is { } fingerprint
            && (Connection.RefreshRequested || MappingFingerprint.Decide(fingerprint, reader.Fingerprint, isYoung: false).Compares))
        {
            await CompareAsync(new MembershipFilter { ConnectionId = Connection.Id, State = ExportState.Clean }, cancellationToken).ConfigureAwait(false);
        }

        await CountSetAsideAsync(ExportState.Held, cancellationToken).ConfigureAwait(false);
        await CountSetAsideAsync(ExportState.Faulted, cancellationToken).ConfigureAwait(false);
        return (staged.Read, await CountLeaversAsync(cancellationToken).ConfigureAwait(false));
    }

    private async Task PlaceKeysAsync(CancellationToken cancellationToken)
    {
        string? after = null;
        while (true)
        {
            var toSend = new List<MembershipView>();
            await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
            {
                var page = await unit.ListKeys.PageUnmatchedAsync(Connection.Id, list.List.Name, after, PageSize, cancellationToken).ConfigureAwait(false);
                if (page.Count == 0)
                {
                    return;
                }

                after = page[^1].Key.ItemId;
                var placement = await KeyPlacement.LoadAsync(unit, list, page, cancellationToken).ConfigureAwait(false);
                foreach (var match in page)
                {
                    var skipped = placement.Report.Skipped;
                    placement.Place(match);
                    if (placement.Report.Skipped > skipped)
                    {
                        CountUnreachable(match.Key, placement);
                    }
                }

                Take(placement, page, toSend);
            }

            await CountValuesAsync(toSend, cancellationToken).ConfigureAwait(false);
        }
    }

    private void CountUnreachable(StagedKey key, KeyPlacement placement)
    {
        var isOptedOut = placement.StatusesOf(key.Email).Any(static status => status.Reachability == Reachability.OptedOut);
        tally.Count(isOptedOut ? ForecastKind.OptedOut : ForecastKind.Withheld, key.ItemId, key.Email.Value);
    }

    /// <summary>Counts what a page's placement decided; what is to be compared or sent is gathered.</summary>
    private void Take(KeyPlacement placement, IReadOnlyList<StagedMatch> page, List<MembershipView> toSend)
    {
        var contacts = page.Where(static match => match.Current is not null).Select(static match => match.Current!.Contact)
            .Concat(placement.Contacts)
            .ToLookup(static contact => contact.Id);
        foreach (var membership in placement.Saved)
        {
            var contact = contacts[membership.ContactId].Last();
            if (membership.ConnectionId == Connection.Id)
            {
                _placed.Add(membership.ContactId);
            }

            switch (membership.State)
            {
                case { Kind: ExportState.Due, Operation: ExportOperation.Rename }:
                    tally.Count(ForecastKind.Rename, membership.ItemId, contact.Email.Value, membership.RenameTo?.Value);
                    break;
                case { Kind: ExportState.Due, Operation: ExportOperation.Remove }:
                    tally.Count(ForecastKind.Remove, null, contact.Email.Value);
                    break;
                case { Kind: ExportState.Due }:
                    toSend.Add(new MembershipView(membership, contact));
                    break;
                case { Kind: ExportState.Held or ExportState.Faulted }:
                    tally.SetAside(membership.State.Reason ?? SetAsideReason.Unknown, membership.ItemId, contact.Email.Value, membership.LastFault);
                    break;
            }
        }
    }

    private async Task CompareAsync(MembershipFilter filter, CancellationToken cancellationToken)
    {
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
                return;
            }

            after = new MembershipKey(page[^1].Membership.AddressBookId, page[^1].Contact.Id);
            var open = page.Where(view => !_placed.Contains(view.Contact.Id)).ToList();
            foreach (var view in open)
            {
                switch (view.Membership.State.Operation)
                {
                    case ExportOperation.Remove:
                        tally.Count(ForecastKind.Remove, view.Membership.ItemId, view.Contact.Email.Value);
                        break;
                    case ExportOperation.Rename:
                        tally.Count(ForecastKind.Rename, view.Membership.ItemId, view.Contact.Email.Value, view.Membership.RenameTo?.Value);
                        break;
                }
            }

            await CountValuesAsync([.. open.Where(static view => view.Membership is { ItemId: not null, State.Operation: not (ExportOperation.Remove or ExportOperation.Rename) })], cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the values of what is due and counts what would be sent. No unit is open meanwhile.</summary>
    private async Task CountValuesAsync(IReadOnlyList<MembershipView> due, CancellationToken cancellationToken)
    {
        if (reader is null)
        {
            foreach (var view in due)
            {
                tally.Count(KindOf(view), view.Membership.ItemId, view.Contact.Email.Value);
            }

            return;
        }

        foreach (var contact in due.Count == 0 ? [] : await reader.ReadAsync(due, cancellationToken).ConfigureAwait(false))
        {
            var (itemId, email) = (contact.View.Membership.ItemId, contact.View.Contact.Email.Value);
            switch (contact.Outcome)
            {
                case PreparedOutcome.Ready when KindOf(contact.View) == ForecastKind.Update && contact.IsKnownInBook && !contact.Differs(reader.Names):
                    tally.Unchanged++;
                    break;
                case PreparedOutcome.Ready:
                    tally.Count(KindOf(contact.View), itemId, email);
                    tally.Send(contact);
                    break;
                case PreparedOutcome.Misfit:
                    tally.SetAside(SetAsideReason.MisfitValue, itemId, email, contact.Misfit);
                    break;
                case PreparedOutcome.NotReachable when contact.IsWithheld:
                    tally.Count(ForecastKind.Withheld, itemId, email);
                    break;
            }
        }
    }

    private static ForecastKind KindOf(MembershipView view) =>
        view.Membership.State.Operation is ExportOperation.New or ExportOperation.Add ? ForecastKind.Add : ForecastKind.Update;

    private async Task CountSetAsideAsync(ExportState state, CancellationToken cancellationToken)
    {
        MembershipKey? after = null;
        while (true)
        {
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            var page = await unit.Memberships.PageAsync(new MembershipFilter { ConnectionId = Connection.Id, State = state }, after, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                return;
            }

            after = new MembershipKey(page[^1].Membership.AddressBookId, page[^1].Contact.Id);
            foreach (var view in page.Where(view => !_placed.Contains(view.Contact.Id)))
            {
                tally.SetAside(view.Membership.State.Reason ?? SetAsideReason.Unknown, view.Membership.ItemId, view.Contact.Email.Value, view.Membership.LastFault);
            }
        }
    }

    private async Task<LeaverCount> CountLeaversAsync(CancellationToken cancellationToken)
    {
        if (Connection.LeaverAction == LeaverAction.LeaveInAddressBook)
        {
            return default;
        }

        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var count = await unit.ListKeys.CountLeaversAsync(Connection.Id, cancellationToken).ConfigureAwait(false);
        var first = count.Leavers == 0 ? [] : await unit.ListKeys.PageLeaversAsync(Connection.Id, 0, PageSize, cancellationToken).ConfigureAwait(false);
        var shown = 0;
        foreach (var view in first.Where(static view => view.Membership.IsInBook))
        {
            tally.Count(ForecastKind.Remove, view.Membership.ItemId, view.Contact.Email.Value);
            shown++;
        }

        tally.Count(ForecastKind.Remove, count.Leavers - shown);
        return count;
    }

    /// <summary>Items that are opted out on our side or on Dotdigital's, beside those that the host says so of itself.</summary>
    private async Task CountOptedOutAsync(long byHost, CancellationToken cancellationToken)
    {
        tally.Count(ForecastKind.OptedOut, byHost);
        string? after = null;
        while (true)
        {
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            var page = await unit.ListItems.PageAsync(list.List.Name, after, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                return;
            }

            after = page[^1].ItemId;
            var listed = await unit.ListKeys.FindAsync(Connection.Id, [.. page.Select(static item => item.ItemId)], cancellationToken).ConfigureAwait(false);
            foreach (var key in listed.Where(static key => !key.IsOptedOut))
            {
                tally.Count(ForecastKind.OptedOut, key.ItemId, key.Email.Value);
            }
        }
    }
}
