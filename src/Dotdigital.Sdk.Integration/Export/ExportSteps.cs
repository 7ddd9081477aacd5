using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.OptOuts;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.TwoWay;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>The steps of an export, in their order (BEHAVIOUR section 5).</summary>
internal static class ExportSteps
{
    /// <summary>Rule EX-0 in words.</summary>
    public const string Unsettled = "an import of the account is not settled yet";

    public static async Task RunAsync(AccountRun run, StepList steps, CancellationToken cancellationToken)
    {
        await steps.RunAsync(StepNames.RecoverLostBatches, string.Empty, token => RecoverLostBatchesStep.RunAsync(run, token), cancellationToken).ConfigureAwait(false);
        var plan = await ExportPlan.CreateAsync(run, cancellationToken).ConfigureAwait(false);
        var isBlocked = await IsBlockedAsync(run, cancellationToken).ConfigureAwait(false);
        foreach (var list in plan.Lists)
        {
            var name = list.List.Name;
            var isStaged = await steps.RunAsync(StepNames.StageKeys, name, token => StageKeysStep.RunAsync(run, list, token), cancellationToken).ConfigureAwait(false);
            if (!isStaged)
            {
                steps.Skip(StepNames.FindLeavers, name, "the pass over the list's keys did not end: nobody who is missing from it is taken for one who left");
                continue;
            }

            var isMarked = await steps.RunAsync(StepNames.MarkOptedOutItems, name, token => MarkOptedOutItemsStep.RunAsync(run, list, token), cancellationToken).ConfigureAwait(false);
            if (isMarked && await MayPrepareAsync(run, steps, list, isBlocked, cancellationToken).ConfigureAwait(false))
            {
                await steps.RunAsync(StepNames.PrepareContacts, name, token => PrepareContactsStep.RunAsync(run, list, plan.ReaderFor(list), token), cancellationToken).ConfigureAwait(false);
            }

            await CreateItemsAsync(run, steps, plan, list, cancellationToken).ConfigureAwait(false);
            await steps.RunAsync(StepNames.FindLeavers, name, token => FindLeaversStep.RunAsync(run, list, token), cancellationToken).ConfigureAwait(false);
            await steps.RunAsync(StepNames.SendRemovals, name, token => SendRemovalsStep.RunAsync(run, list.Connection, token), cancellationToken).ConfigureAwait(false);
        }

        await RemoveAddedMembersAsync(run, steps, cancellationToken).ConfigureAwait(false);

        // All lists are prepared before any is sent: a data field's owner may be another list (rule EX-3a).
        foreach (var list in plan.Lists)
        {
            if (WasPrepared(steps, list.List.Name))
            {
                await SendRenamesAsync(run, steps, plan, list, cancellationToken).ConfigureAwait(false);
                await steps.RunAsync(StepNames.SendContacts, list.List.Name, token => SendContactsStep.RunAsync(run, list, plan.ReaderFor(list), token), cancellationToken).ConfigureAwait(false);
            }
        }

        await steps.RunAsync(StepNames.TellSetAside, string.Empty, token => TellSetAsideStep.RunAsync(run, token), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Rule CN-2. Another list may be connected to the book by now: until it has claimed its people in this run, none of them is taken out.</summary>
    private static async Task RemoveAddedMembersAsync(AccountRun run, StepList steps, CancellationToken cancellationToken)
    {
        IReadOnlyList<ConnectionRecord> connections;
        HashSet<int> books;
        await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            connections = await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false);
            books = [.. (await unit.AddressBooks.GetAllAsync(cancellationToken).ConfigureAwait(false)).Where(static book => book.DeletedAt is null).Select(static book => book.Id)];
        }

        foreach (var ended in connections.Where(connection => connection is { DisconnectedAt: not null, AddedMembers: AddedMembersState.Leaving }))
        {
            var successor = connections.FirstOrDefault(connection => connection.DisconnectedAt is null && connection.AddressBookId == ended.AddressBookId);
            if (successor is not null && !WasPrepared(steps, successor.ListName))
            {
                steps.Skip(StepNames.RemoveAddedMembers, ended.ListName, $"the book belongs to list '{successor.ListName}' now, which has not claimed its people in this run");
                continue;
            }

            await steps.RunAsync(StepNames.RemoveAddedMembers, ended.ListName, token => RemoveAddedMembersStep.RunAsync(run, ended, !books.Contains(ended.AddressBookId), token), cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool WasPrepared(StepList steps, string listName) =>
        steps.Reports.Any(report => report is { Step: StepNames.PrepareContacts, Error: null, NotRun: null } && string.Equals(report.Scope, listName, StringComparison.Ordinal));

    /// <summary>Rule EX-3b: an address may have opted out a moment ago, so no contact gets another one without a fresh read of the opt-outs.</summary>
    private static async Task SendRenamesAsync(AccountRun run, StepList steps, ExportPlan plan, ConnectedList list, CancellationToken cancellationToken)
    {
        if (!OptOutSteps.WereRead(steps, list))
        {
            steps.Skip(StepNames.SendRenames, list.List.Name, "the opt-outs could not be read in this run");
            return;
        }

        await steps.RunAsync(StepNames.SendRenames, list.List.Name, token => SendRenamesStep.RunAsync(run, list, plan.ReaderFor(list), token), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Rule IM-5: not before the opt-outs and the book's contacts are known, so that nobody is created who said no.</summary>
    private static async Task CreateItemsAsync(AccountRun run, StepList steps, ExportPlan plan, ConnectedList list, CancellationToken cancellationToken)
    {
        if (!list.Connection.CreateEntities)
        {
            return;
        }

        if (await OptOutSteps.WhyNotSendAsync(run, list, cancellationToken).ConfigureAwait(false) is { } why)
        {
            steps.Skip(StepNames.CreateItems, list.List.Name, why);
            return;
        }

        await steps.RunAsync(
            StepNames.CreateItems, list.List.Name, token => CreateItemsStep.RunAsync(run, list, connected => plan.ReaderFor(connected).Mapping, token), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<bool> MayPrepareAsync(AccountRun run, StepList steps, ConnectedList list, bool isBlocked, CancellationToken cancellationToken)
    {
        var why = isBlocked
            ? Unsettled
            : await OptOutSteps.WhyNotSendAsync(run, list, cancellationToken).ConfigureAwait(false);
        if (why is not null)
        {
            steps.Skip(StepNames.PrepareContacts, list.List.Name, why);
        }

        return why is null;
    }

    /// <summary>Rule EX-0.</summary>
    public static async Task<bool> IsBlockedAsync(AccountRun run, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var open = await unit.Batches.GetAsync([BatchState.Sending, BatchState.Sent, BatchState.Ended], cancellationToken).ConfigureAwait(false);
        return open.Any(CheckBatchesStep.Blocks);
    }
}
