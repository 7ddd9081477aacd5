using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;

namespace Dotdigital.Sdk.Integration.Import;

/// <summary>Runs <see cref="ImportSteps"/> under the account's lock, then delivers events.</summary>
internal sealed class ImportOrchestrator(AccountRunner runner, ImportSteps import, DeliverEventsStep deliver, DeliverActivitiesStep activities) : IImportOrchestrator
{
    public Task<SyncReport> RunAsync(AccountId account, RunOptions? options, IProgress<SyncProgress>? progress, CancellationToken cancellationToken) =>
        runner.RunAsync(
            account,
            JobNames.Import,
            options,
            progress,
            async (run, steps, token) =>
            {
                await import.RunAsync(run, steps, options?.Force == true, token).ConfigureAwait(false);
                await steps.RunAsync(StepNames.DeliverEvents, string.Empty, t => deliver.RunAsync(run, t), token).ConfigureAwait(false);
                await steps.RunAsync(StepNames.DeliverActivities, string.Empty, t => activities.RunAsync(run, t), token).ConfigureAwait(false);
            },
            cancellationToken);
}
