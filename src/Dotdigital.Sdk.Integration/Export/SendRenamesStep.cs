using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Privacy;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>Rule EX-3b: gives contacts their items' new addresses, by v3 imports matched by contact id; the cycle's opt-outs were read before it.</summary>
internal static class SendRenamesStep
{
    /// <summary>Renames in one import at most.</summary>
    public const int PageSize = 2000;

    public static async Task<StepReport> RunAsync(AccountRun run, ConnectedList list, ContactValuesReader reader, CancellationToken cancellationToken)
    {
        var report = new StepReport { Step = StepNames.SendRenames, Scope = list.List.Name };
        var filter = new MembershipFilter { ConnectionId = list.Connection.Id, State = ExportState.Due, Operations = [ExportOperation.Rename], ReadyAt = run.Time.GetUtcNow() };
        MembershipKey? after = null;
        while (true)
        {
            IReadOnlyList<MembershipView> page;
            IReadOnlySet<EmailAddress> forgotten;
            await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
            {
                page = await unit.Memberships.PageAsync(filter, after, PageSize, cancellationToken).ConfigureAwait(false);
                forgotten = await ForgottenPeople.FindAsync(
                    unit, page.Select(static view => view.Contact.Email).Concat(page.Where(static view => view.Membership.RenameTo is not null).Select(static view => view.Membership.RenameTo!.Value)), cancellationToken).ConfigureAwait(false);
            }

            if (page.Count == 0)
            {
                return report;
            }

            after = new MembershipKey(page[^1].Membership.AddressBookId, page[^1].Contact.Id);
            report = report with { Read = report.Read + page.Count };
            var known = page.Where(view => view.Contact.RemoteId is not null && view.Membership.RenameTo is { } renameTo && !forgotten.Contains(view.Contact.Email) && !forgotten.Contains(renameTo)).ToList();
            using var file = new JsonContactFile(list, reader.Mapping, isRename: true, PageSize, run.Options.MaxBatchBytes);
            var prepared = await reader.ReadAsync(known, cancellationToken).ConfigureAwait(false);
            report = report with { SetAside = report.SetAside + await SendContactsStep.SetMisfitsAsideAsync(run, prepared, cancellationToken).ConfigureAwait(false) };
            foreach (var contact in prepared)
            {
                // What does not fit this time stays due, and goes in the next cycle.
                if (contact.Outcome == PreparedOutcome.Ready)
                {
                    file.TryAdd(contact, SendContactsStep.Member(contact, reader.Names));
                }
            }

            if (file.Members.Count == 0)
            {
                continue;
            }

            var body = file.Finish();
            await BatchSender.SendAsync(run, list.Connection, BatchKind.Rename, file.Members, token => run.Client.ContactsV3.ImportAsync(body, token), cancellationToken).ConfigureAwait(false);
            report = report with { Sent = report.Sent + file.Members.Count };
            run.Tell(StepNames.SendRenames, list.List.Name, report.Sent);
        }
    }
}
