using Dotdigital.Sdk.Emulator.Clock;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.Import;
using Dotdigital.Sdk.Integration.Scheduling;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tracking;
using Quickstart.Report;
using Quickstart.Wiring;

namespace Quickstart.Story;

/// <summary>Calls the engine's orchestrators, as a host's own scheduler does. With <c>AddScheduler()</c> the engine would do it by itself.</summary>
internal sealed class EngineRuns(
    IImportOrchestrator import,
    IExportOrchestrator export,
    IExportStatusOrchestrator status,
    ISyncOrchestrator cycle,
    ITrackedChangeProcessor changes,
    ISyncStore store,
    EmulatorClock clock,
    IStage stage)
{
    private static readonly AccountId Account = new(QuickstartHost.Account);
    private ActRecord _act = new() { Name = "" };
    private IProgress<SyncProgress>? _progress;

    /// <summary>From now on runs belong to this act.</summary>
    public void Begin(ActRecord act, IProgress<SyncProgress> progress) => (_act, _progress) = (act, progress);

    /// <summary>Tells progress that is not the engine's.</summary>
    public void Tell(string step, long done, long total) => _progress?.Report(new SyncProgress(Account, step, "", done, total));

    public Task<SyncReport> ImportAsync(CancellationToken cancellationToken) =>
        RunAsync(() => import.RunAsync(Account, progress: _progress, cancellationToken: cancellationToken), cancellationToken);

    public Task<SyncReport> ExportAsync(CancellationToken cancellationToken) =>
        RunAsync(() => export.RunAsync(Account, progress: _progress, cancellationToken: cancellationToken), cancellationToken);

    public Task<SyncReport> StatusAsync(CancellationToken cancellationToken) =>
        RunAsync(() => status.RunAsync(Account, progress: _progress, cancellationToken: cancellationToken), cancellationToken);

    public Task<SyncReport> CycleAsync(CancellationToken cancellationToken) =>
        RunAsync(() => cycle.RunCycleAsync(Account, progress: _progress, cancellationToken: cancellationToken), cancellationToken);

    public async Task ProcessChangesAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var reports = await changes.RunAsync(_progress, cancellationToken);
            _act.Runs.AddRange(reports.Where(report => !report.WasBusy));
            if (!reports.Any(report => report.WasBusy))
            {
                return;
            }

            await WaitForLeaseAsync(cancellationToken);
        }
    }

    /// <summary>Exports, waits for the watchdog, settles and reads the new ids, until nothing is left to send.</summary>
    public async Task ExportUntilSettledAsync(CancellationToken cancellationToken)
    {
        const int MostRounds = 12;
        for (var round = 0; round < MostRounds; round++)
        {
            var report = await ExportAsync(cancellationToken);
            var sent = report.Steps.Where(step => step.Step is StepNames.SendContacts or StepNames.SendRemovals or StepNames.SendRenames).Sum(step => step.Sent);
            if (sent == 0 && !await HasUnsettledBatchesAsync(cancellationToken))
            {
                return;
            }

            await FollowBatchesAsync(cancellationToken);
            await ImportAsync(cancellationToken);
        }
    }

    private async Task FollowBatchesAsync(CancellationToken cancellationToken)
    {
        const int MostAsks = 12;
        for (var ask = 0; ask < MostAsks && await HasUnsettledBatchesAsync(cancellationToken); ask++)
        {
            // The first ask finds the watchdog still looking; Dotdigital's clock is then moved past it.
            await StatusAsync(cancellationToken);
            clock.Advance(EmulatedDotdigital.WatchdogDelay);
        }
    }

    private async Task<bool> HasUnsettledBatchesAsync(CancellationToken cancellationToken)
    {
        await using var unit = await store.BeginAsync(Account, cancellationToken);
        return (await unit.Batches.GetAsync([BatchState.Sending, BatchState.Sent, BatchState.Ended, BatchState.Stalled], cancellationToken)).Count > 0;
    }

    private async Task<SyncReport> RunAsync(Func<Task<SyncReport>> run, CancellationToken cancellationToken)
    {
        while (true)
        {
            var report = await run();
            if (!report.WasBusy)
            {
                _act.Runs.Add(report);
                return report;
            }

            await WaitForLeaseAsync(cancellationToken);
        }
    }

    /// <summary>A process that was killed still holds the account, until its lease lapses.</summary>
    private Task WaitForLeaseAsync(CancellationToken cancellationToken)
    {
        stage.Say("another run holds the account; waiting for its lease to lapse");
        return Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
    }
}
