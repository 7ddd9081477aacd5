using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.Import;

namespace Dotdigital.Sdk.Integration.Scheduling;

/// <summary>One cycle under one hold of the account's lock: opt-outs first, then import, export and events.</summary>
internal sealed class SyncOrchestrator(AccountRunner runner, ImportSteps import, DailySteps daily, DeliverEventsStep deliver, DeliverActivitiesStep activities) : ISyncOrchestrator
{
    public Task<SyncReport> RunCycleAsync(AccountId account, RunOptions? options, IProgress<SyncProgress>? progress, CancellationToken cancellationToken) =>
        runner.RunAsync(
            account,
            JobNames.Cycle,
            options,
            progress,
            async (run, steps, token) =>
            {
                await import.RunAsync(run, steps, options?.Force == true, token).ConfigureAwait(false);
                await daily.ForceSyncAsync(run, steps, token).ConfigureAwait(false);
                await ExportSteps.RunAsync(run, steps, token).ConfigureAwait(false);
                await steps.RunAsync(StepNames.DeliverEvents, string.Empty, t => deliver.RunAsync(run, t), token).ConfigureAwait(false);
                await steps.RunAsync(StepNames.DeliverActivities, string.Empty, t => activities.RunAsync(run, t), token).ConfigureAwait(false);
                await DailySteps.RetainAsync(run, steps, token).ConfigureAwait(false);
            },
            cancellationToken);
}
