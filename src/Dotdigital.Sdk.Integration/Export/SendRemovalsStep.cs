using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>
/// Rule EX-1: takes those who left out of the book in bulk, ids ascending. Whoever was sent but whose remote id is not known yet waits for it;
/// they are forgotten only when Dotdigital says that the removal is complete.
/// </summary>
internal static class SendRemovalsStep
{
    public static async Task<StepReport> RunAsync(AccountRun run, ConnectionRecord connection, CancellationToken cancellationToken)
    {
        var report = new StepReport { Step = StepNames.SendRemovals, Scope = connection.ListName };
        var filter = new MembershipFilter { ConnectionId = connection.Id, State = ExportState.Due, Operations = [ExportOperation.Remove], ReadyAt = run.Time.GetUtcNow() };
        MembershipKey? after = null;
        while (true)
        {
            IReadOnlyList<MembershipView> page;
            await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
            {
                page = await unit.Memberships.PageAsync(filter, after, run.Options.MaxRemovalRows, cancellationToken).ConfigureAwait(false);
            }

            if (page.Count == 0)
            {
                return report;
            }

            after = new MembershipKey(page[^1].Membership.AddressBookId, page[^1].Contact.Id);
            var removable = page.Where(static view => view.Contact.RemoteId is not null).OrderBy(static view => view.Contact.RemoteId).ToList();
            report = report with { Read = report.Read + page.Count, Skipped = report.Skipped + page.Count - removable.Count };
            if (removable.Count == 0)
            {
                continue;
            }

            await BatchSender.SendAsync(
                run,
                connection,
                BatchKind.Removal,
                [.. removable.Select(Member)],
                async token => (await run.Client.Contacts.RemoveFromAddressBookAsync(connection.AddressBookId, [.. removable.Select(static view => view.Contact.RemoteId!.Value)], token).ConfigureAwait(false)).Id.ToString("D"),
                cancellationToken).ConfigureAwait(false);
            report = report with { Sent = report.Sent + removable.Count };
            run.Tell(StepNames.SendRemovals, connection.ListName, report.Sent);
        }
    }

    private static BatchMemberRecord Member(MembershipView view) => new()
    {
        ContactId = view.Contact.Id,
        Email = view.Contact.Email,
        ItemId = view.Membership.ItemId,
        Operation = ExportOperation.Remove,
        UpdateVersion = view.Membership.UpdateVersion,
        SnapshotVersion = view.Contact.SnapshotVersion,
    };
}
