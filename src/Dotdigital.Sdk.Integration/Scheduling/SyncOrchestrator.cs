using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.Import;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tracking;

namespace Dotdigital.Sdk.Integration.Scheduling;

/// <summary>One cycle under one hold of the account's lock: opt-outs first, then import, export and events.</summary>
internal sealed class SyncOrchestrator(AccountRunner runner, ImportSteps import, ForceSyncStep forceSync, DeliverEventsStep deliver) : ISyncOrchestrator
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
                if (await ForceSyncStep.IsDueAsync(run, token).ConfigureAwait(false))
                {
                    await steps.RunAsync(StepNames.ForceSync, string.Empty, t => forceSync.RunAsync(run, t), token).ConfigureAwait(false);
                }

                await ExportSteps.RunAsync(run, steps, token).ConfigureAwait(false);
                if (await StepSchedule.IsDueAsync(run, StepNames.Retention, 0, TimeSpan.FromDays(1), token).ConfigureAwait(false))
                {
                    await steps.RunAsync(StepNames.Retention, string.Empty, t => RetentionStep.RunAsync(run, t), token).ConfigureAwait(false);
                }

                await steps.RunAsync(StepNames.DeliverEvents, string.Empty, t => deliver.RunAsync(run, t), token).ConfigureAwait(false);
            },
            cancellationToken);
}
