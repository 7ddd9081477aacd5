using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>
/// Rule EX-1: memberships whose item is not among the staged keys of a complete pass are due to leave the book. When the owner of a data
/// field leaves, the contact's other lists compare again (rule EX-3a).
/// </summary>
internal static class FindLeaversStep
{
    private const int PageSize = 2000;

    public static async Task<StepReport> RunAsync(AccountRun run, ConnectedList list, CancellationToken cancellationToken)
    {
        var report = new StepReport { Step = StepNames.FindLeavers, Scope = list.List.Name };
        if (list.Connection.LeaverAction == LeaverAction.LeaveInAddressBook)
        {
            return await LeaveAsync(run, list, report, cancellationToken).ConfigureAwait(false);
        }

        var (waits, anyLeave) = await RemovalGuard.JudgeAsync(run, list, cancellationToken).ConfigureAwait(false);
        if (waits is not null)
        {
            return report with { NotRun = waits };
        }

        long after = 0;
        while (anyLeave)
        {
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            var page = await unit.ListKeys.PageLeaversAsync(list.Connection.Id, after, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                break;
            }

            var leaving = page.Select(static view => view.Membership).ToList();
            var forgotten = leaving.Where(Departure.WasNeverInBook).ToList();
            await unit.Memberships.DeleteAsync([.. forgotten.Select(static membership => new MembershipKey(membership.AddressBookId, membership.ContactId))], cancellationToken).ConfigureAwait(false);
            await unit.Memberships.SaveAsync([.. leaving.Except(forgotten).Select(static membership => membership with { State = MembershipState.Due(ExportOperation.Remove), RenameTo = null })], cancellationToken).ConfigureAwait(false);
            await RemovalGuard.NoteAsync(unit, run, list, leaving.Count - forgotten.Count, cancellationToken).ConfigureAwait(false);
            await CompareOtherListsAsync(unit, list, page, cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            report = report with { Read = report.Read + page.Count, Removed = report.Removed + page.Count };
            run.Tell(StepNames.FindLeavers, list.List.Name, report.Read);
            after = page[^1].Contact.Id;
        }

        await RemovalGuard.EndAsync(run, list, cancellationToken).ConfigureAwait(false);
        return report;
    }

    /// <summary>The connection leaves them in the book (rule CN-1): nothing is sent of them until their item is back, and who never was in the book is forgotten.</summary>
    private static async Task<StepReport> LeaveAsync(AccountRun run, ConnectedList list, StepReport report, CancellationToken cancellationToken)
    {
        long after = 0;
        while (true)
        {
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            var page = await unit.ListKeys.PageLeaversAsync(list.Connection.Id, after, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                return report;
            }

            after = page[^1].Contact.Id;
            report = report with { Read = report.Read + page.Count, Skipped = report.Skipped + page.Count };
            var due = page.Select(static view => view.Membership).Where(static membership => membership.State.Kind == ExportState.Due).ToList();
            var forgotten = due.Where(Departure.WasNeverInBook).ToList();
            await unit.Memberships.DeleteAsync([.. forgotten.Select(static membership => new MembershipKey(membership.AddressBookId, membership.ContactId))], cancellationToken).ConfigureAwait(false);
            await unit.Memberships.SaveAsync([.. due.Except(forgotten).Select(static membership => membership with { State = MembershipState.Clean, RenameTo = null, NotBefore = null })], cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task CompareOtherListsAsync(IUnitOfWork unit, ConnectedList list, IReadOnlyList<MembershipView> page, CancellationToken cancellationToken)
    {
        var others = Departure.OthersToCompare(
            (await unit.Memberships.FindByContactAsync([.. page.Select(static view => view.Contact.Id)], cancellationToken).ConfigureAwait(false))
                .Where(membership => membership.ConnectionId is { } id && id != list.Connection.Id)).ToList();
        await unit.Memberships.SaveAsync(others, cancellationToken).ConfigureAwait(false);
    }
}
