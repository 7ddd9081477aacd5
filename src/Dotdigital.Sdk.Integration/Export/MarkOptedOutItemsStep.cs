using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.OptOuts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>Rule EX-2: items whose address opted out in Dotdigital are marked in the marketing list and the host is told; they are not exported.</summary>
internal static class MarkOptedOutItemsStep
{
    private const int PageSize = 2000;

    public static async Task<StepReport> RunAsync(AccountRun run, ConnectedList list, CancellationToken cancellationToken)
    {
        var report = new StepReport { Step = StepNames.MarkOptedOutItems, Scope = list.List.Name };
        await ForgetCorrectedAddressesAsync(run, list, cancellationToken).ConfigureAwait(false);
        string? after = null;
        while (true)
        {
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            var page = await unit.ListKeys.PageOptedOutAsync(list.Connection.Id, list.List.Name, list.Connection.AddressBookId, after, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                return report;
            }

            var marked = await OptOutRecorder.RecordItemsAsync(
                unit,
                run,
                [.. page.Where(static row => !row.Key.IsOptedOut).Select(row => (list.List.Name, row.Key.ItemId, Transition(list, row)))],
                cancellationToken).ConfigureAwait(false);
            await LetGoOfFormerAddressesAsync(unit, list, page, cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            report = report with { Read = report.Read + page.Count, Updated = report.Updated + marked };
            run.Tell(StepNames.MarkOptedOutItems, list.List.Name, report.Read);
            after = page[^1].Key.ItemId;
        }
    }

    /// <summary>An address that cannot be delivered to is no opt-out: when the host corrects it, its mark goes (rule S-2). The host, which made the change, is not told: that must never be taken for a yes.</summary>
    private static async Task ForgetCorrectedAddressesAsync(AccountRun run, ConnectedList list, CancellationToken cancellationToken)
    {
        string? after = null;
        while (true)
        {
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            var page = await unit.ListKeys.PageCorrectedAsync(list.Connection.Id, list.List.Name, after, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                return;
            }

            await unit.ListItems.DeleteAsync(list.List.Name, [.. page.Select(static key => key.ItemId)], cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            after = page[^1].ItemId;
        }
    }

    private static OptOutTransition Transition(ConnectedList list, StagedOptOut row) => row.Contact.Status.Reachability == Reachability.OptedOut
        ? new OptOutTransition(row.Contact, null, row.Contact.Status, row.Contact.UnsubscribedAt)
        : new OptOutTransition(row.Contact, list.Connection.AddressBookId, row.Membership!.Status, row.Membership.UnsubscribedAt);

    /// <summary>An item whose address became one that opted out leaves its former address, which nobody stands for any more (rule EX-3b).</summary>
    private static async Task LetGoOfFormerAddressesAsync(IUnitOfWork unit, ConnectedList list, IReadOnlyList<StagedOptOut> page, CancellationToken cancellationToken)
    {
        var addressOf = page.ToDictionary(static row => row.Key.ItemId, static row => row.Key.Email, StringComparer.Ordinal);
        var linked = await unit.Memberships.FindByItemAsync(list.Connection.Id, addressOf.Keys, cancellationToken).ConfigureAwait(false);
        var former = linked
            .Where(view => view.Contact.Email != addressOf[view.Membership.ItemId!] && view.Membership.State.Kind != ExportState.InBatch)
            .Select(static view => view.Membership)
            .ToList();
        var forgotten = former.Where(Departure.WasNeverInBook).ToList();
        await unit.Memberships.DeleteAsync([.. forgotten.Select(static membership => new MembershipKey(membership.AddressBookId, membership.ContactId))], cancellationToken).ConfigureAwait(false);
        await unit.Memberships.SaveAsync([.. former.Except(forgotten).Select(Departure.Of)], cancellationToken).ConfigureAwait(false);
    }
}
