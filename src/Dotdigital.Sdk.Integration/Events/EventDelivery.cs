using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;

namespace Dotdigital.Sdk.Integration.Events;

/// <summary>Delivers events under the account's lock, which keeps their order.</summary>
internal sealed class EventDelivery(AccountRunner runner, DeliverEventsStep deliver) : IEventDelivery
{
    public Task<SyncReport> RunAsync(AccountId account, IProgress<SyncProgress>? progress, CancellationToken cancellationToken) =>
        runner.RunAsync(
            account,
            JobNames.DeliverEvents,
            null,
            progress,
            (run, steps, token) => steps.RunAsync(StepNames.DeliverEvents, string.Empty, t => DeliverAsync(run, t), token),
            cancellationToken);

    /// <summary>Goes on in another run when time was up; what the host refused waits for its own time.</summary>
    private async Task<StepReport> DeliverAsync(AccountRun run, CancellationToken cancellationToken)
    {
        var report = await deliver.RunAsync(run, cancellationToken).ConfigureAwait(false);
        if (report.Sent == 0)
        {
            return report;
        }

        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var due = await unit.Outbox.GetDueAsync(run.Time.GetUtcNow(), 0, 1, cancellationToken).ConfigureAwait(false);
        return report with { Continues = due.Count > 0 };
    }
}
