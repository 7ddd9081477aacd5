using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>
/// Rule CN-2: takes those out of the book whom an ended connection added to it, by the same batches as leavers, over as many runs as it takes. Who
/// was in the book before, belongs to another connection by now, or opted out of the book is left alone; who travels in a batch waits for its end.
/// Who opted out of the account alone is taken out too: the book would mail them when they return, and no run looks at it any more by then.
/// </summary>
internal static class RemoveAddedMembersStep
{
    private const int PageSize = 2000;

    public static async Task<StepReport> RunAsync(AccountRun run, ConnectionRecord connection, bool isBookGone, CancellationToken cancellationToken)
    {
        var report = new StepReport { Step = StepNames.RemoveAddedMembers, Scope = connection.ListName };
        if (isBookGone)
        {
            await EndAsync(run, connection, isBookGone, cancellationToken).ConfigureAwait(false);
            return report;
        }

        report = report.Plus(await MarkAsync(run, connection, cancellationToken).ConfigureAwait(false));
        report = report.Plus(await SendRemovalsStep.RunAsync(run, connection, cancellationToken).ConfigureAwait(false));
        await EndAsync(run, connection, isBookGone, cancellationToken).ConfigureAwait(false);
        return report with { Step = StepNames.RemoveAddedMembers };
    }

    private static async Task<StepReport> MarkAsync(AccountRun run, ConnectionRecord connection, CancellationToken cancellationToken)
    {
        var report = new StepReport { Step = StepNames.RemoveAddedMembers };
        var own = await FindOwnAsync(run, connection, cancellationToken).ConfigureAwait(false);
        var filter = new MembershipFilter { ConnectionId = connection.Id };
        MembershipKey? after = null;
        while (true)
        {
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            var page = await unit.Memberships.PageAsync(filter, after, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                return report;
            }

            after = new MembershipKey(page[^1].Membership.AddressBookId, page[^1].Contact.Id);
            var open = page.Where(static view => view.Membership.State.Kind != ExportState.InBatch && view.Membership.State != MembershipState.Due(ExportOperation.Remove)).ToList();
            var forgotten = open.Where(static view => Departure.WasNeverInBook(view.Membership)).ToList();
            var leaving = open.Where(view => view.Membership.AddedBy is { } id && own.Contains(id) && view.Membership.Status.Reachability != Reachability.OptedOut).Except(forgotten).ToList();
            if (forgotten.Count + leaving.Count == 0)
            {
                continue;
            }

            await unit.Memberships.DeleteAsync([.. forgotten.Select(static view => new MembershipKey(view.Membership.AddressBookId, view.Contact.Id))], cancellationToken).ConfigureAwait(false);
            await unit.Memberships.SaveAsync(
                [.. leaving.Select(static view => view.Membership with { State = MembershipState.Due(ExportOperation.Remove), RenameTo = null, NotBefore = null, Failures = 0 })], cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            report = report with { Read = report.Read + page.Count, Removed = report.Removed + forgotten.Count + leaving.Count };
            run.Tell(StepNames.RemoveAddedMembers, connection.ListName, report.Read);
        }
    }

    /// <summary>The list's connections to this book: whom an earlier one added, this one added.</summary>
    private static async Task<HashSet<int>> FindOwnAsync(AccountRun run, ConnectionRecord connection, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. (await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false))
                .Where(other => other.AddressBookId == connection.AddressBookId && string.Equals(other.ListName, connection.ListName, StringComparison.Ordinal))
                .Select(static other => other.Id),
        ];
    }

    /// <summary>Nothing is left to remove when none is due and none travels, or when the book itself is gone.</summary>
    private static async Task EndAsync(AccountRun run, ConnectionRecord connection, bool isBookGone, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var counts = await unit.Memberships.CountAsync(connection.Id, cancellationToken).ConfigureAwait(false);
        if (!isBookGone && await MayStillAddAsync(unit, run, connection, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        if (!isBookGone && counts.Any(static count => count.State == ExportState.InBatch || count is { State: ExportState.Due, Operation: ExportOperation.Remove }))
        {
            return;
        }

        var stored = (await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false)).First(other => other.Id == connection.Id);
        await unit.Connections.SaveAsync(stored with { AddedMembers = AddedMembersState.Left }, cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether an import of the connection may still arrive: one whose end nobody can ask for, for as long as Dotdigital is waited for (rules EX-6, ST-4).</summary>
    private static async Task<bool> MayStillAddAsync(IUnitOfWork unit, AccountRun run, ConnectionRecord connection, CancellationToken cancellationToken)
    {
        var since = run.Time.GetUtcNow() - CheckBatchesStep.StalledFor;
        return (await unit.Batches.GetAsync([BatchState.Lost], cancellationToken).ConfigureAwait(false))
            .Any(batch => batch.ConnectionId == connection.Id && batch.Kind != BatchKind.Removal && batch.CreatedAt > since);
    }
}
