using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Import;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tracking;

namespace Dotdigital.Sdk.Integration.Scheduling;

/// <summary>What the first run of the day does beside its own steps, whether it is a cycle or an export by itself (BEHAVIOUR section 2).</summary>
internal sealed class DailySteps(ForceSyncStep forceSync)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Before the export, which compares what this asks for.</summary>
    public async Task ForceSyncAsync(AccountRun run, StepList steps, CancellationToken cancellationToken)
    {
        if (await ForceSyncStep.IsDueAsync(run, cancellationToken).ConfigureAwait(false))
        {
            await steps.RunAsync(StepNames.ForceSync, string.Empty, token => forceSync.RunAsync(run, token), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>After everything else.</summary>
    public static async Task RetainAsync(AccountRun run, StepList steps, CancellationToken cancellationToken)
    {
        if (await StepSchedule.IsDueAsync(run, StepNames.Retention, 0, Day, cancellationToken).ConfigureAwait(false))
        {
            await steps.RunAsync(StepNames.Retention, string.Empty, token => RetentionStep.RunAsync(run, token), cancellationToken).ConfigureAwait(false);
        }
    }
}
