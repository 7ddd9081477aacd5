using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>Follows batches to their end under the account's lock, then delivers events.</summary>
internal sealed class ExportStatusOrchestrator(AccountRunner runner, DeliverEventsStep deliver) : IExportStatusOrchestrator
{
    public Task<SyncReport> RunAsync(AccountId account, RunOptions? options, IProgress<SyncProgress>? progress, CancellationToken cancellationToken) =>
        runner.RunAsync(
            account,
            JobNames.ExportStatus,
            options,
            progress,
            async (run, steps, token) =>
            {
                await steps.RunAsync(StepNames.RecoverLostBatches, string.Empty, t => RecoverLostBatchesStep.RunAsync(run, t), token).ConfigureAwait(false);
                await steps.RunAsync(StepNames.CheckBatches, string.Empty, t => CheckBatchesStep.RunAsync(run, t), token).ConfigureAwait(false);
                await steps.RunAsync(StepNames.TellSetAside, string.Empty, t => TellSetAsideStep.RunAsync(run, t), token).ConfigureAwait(false);
                await steps.RunAsync(StepNames.DeliverEvents, string.Empty, t => deliver.RunAsync(run, t), token).ConfigureAwait(false);
            },
            cancellationToken);
}
