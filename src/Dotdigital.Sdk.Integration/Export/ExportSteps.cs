using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.OptOuts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>The steps of an export, in their order (BEHAVIOUR section 5).</summary>
internal static class ExportSteps
{
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

            await steps.RunAsync(StepNames.FindLeavers, name, token => FindLeaversStep.RunAsync(run, list, token), cancellationToken).ConfigureAwait(false);
            await steps.RunAsync(StepNames.SendRemovals, name, token => SendRemovalsStep.RunAsync(run, list, token), cancellationToken).ConfigureAwait(false);
        }

        // All lists are prepared before any is sent: a data field's owner may be another list (rule EX-3a).
        foreach (var list in plan.Lists)
        {
            if (steps.Reports.Any(report => report is { Step: StepNames.PrepareContacts, Error: null, NotRun: null } && string.Equals(report.Scope, list.List.Name, StringComparison.Ordinal)))
            {
                await SendRenamesAsync(run, steps, plan, list, cancellationToken).ConfigureAwait(false);
                await steps.RunAsync(StepNames.SendContacts, list.List.Name, token => SendContactsStep.RunAsync(run, list, plan.ReaderFor(list), token), cancellationToken).ConfigureAwait(false);
            }
        }

        await steps.RunAsync(StepNames.TellSetAside, string.Empty, token => TellSetAsideStep.RunAsync(run, token), cancellationToken).ConfigureAwait(false);
    }

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

    private static async Task<bool> MayPrepareAsync(AccountRun run, StepList steps, ConnectedList list, bool isBlocked, CancellationToken cancellationToken)
    {
        var why = isBlocked
            ? "an import of the account is not settled yet"
            : await OptOutSteps.WhyNotSendAsync(run, list, cancellationToken).ConfigureAwait(false);
        if (why is not null)
        {
            steps.Skip(StepNames.PrepareContacts, list.List.Name, why);
        }

        return why is null;
    }

    /// <summary>Rule EX-0.</summary>
    private static async Task<bool> IsBlockedAsync(AccountRun run, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var open = await unit.Batches.GetAsync([BatchState.Sending, BatchState.Sent, BatchState.Ended], cancellationToken).ConfigureAwait(false);
        return open.Any(CheckBatchesStep.Blocks);
    }
}
