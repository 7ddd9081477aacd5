using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk.Integration.Scheduling;

/// <summary>
/// Runs the jobs of every enabled account by their intervals (BEHAVIOUR section 2), one loop an account, so that accounts never wait for each
/// other (rule BL-2), and one loop for tracked changes. A job that was asked for while the account was busy runs at the next look.
/// </summary>
internal sealed partial class SyncScheduler(
    ISyncStore store,
    ISyncOrchestrator cycle,
    IExportStatusOrchestrator status,
    ITrackedChangeProcessor changes,
    IEventDelivery events,
    AccountDirectory accounts,
    IOptionsMonitor<DotdigitalIntegrationOptions> options,
    TimeProvider time,
    ILogger<SyncScheduler> logger) : BackgroundService
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var loops = new Dictionary<string, Task>(StringComparer.Ordinal) { [string.Empty] = RunChangesAsync(stoppingToken) };
        try
        {
            while (true)
            {
                foreach (var account in await GetAccountsAsync(stoppingToken).ConfigureAwait(false))
                {
                    if (account.Settings.IsEnabled && (!loops.TryGetValue(account.Id.Value, out var loop) || loop.IsCompleted))
                    {
                        loops[account.Id.Value] = RunAccountAsync(account.Id, stoppingToken);
                    }
                }

                await Task.Delay(LookInterval, time, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(loops.Values).ConfigureAwait(false);
        }
    }

    /// <summary>All accounts; none when the store does not tell them now.</summary>
    private async Task<IReadOnlyList<EffectiveAccount>> GetAccountsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await accounts.GetAllAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            LogAccountsUnknown(failed);
            return [];
        }
    }

    private async Task RunAccountAsync(AccountId account, CancellationToken cancellationToken)
    {
        DateTimeOffset? lastCycle = null;
        var lastStatus = time.GetUtcNow();
        var failures = 0;
        try
        {
            while (await accounts.FindAsync(account, cancellationToken).ConfigureAwait(false) is { Settings.IsEnabled: true } effective)
            {
                var requests = await store.Locks.TakeRequestsAsync(account, cancellationToken).ConfigureAwait(false);
                var now = time.GetUtcNow();
                if (now >= lastStatus + effective.Options.ExportStatusInterval || requests.Contains(JobNames.ExportStatus, StringComparer.Ordinal))
                {
                    lastStatus = now;
                    if (await HasUnsettledBatchesAsync(account, cancellationToken).ConfigureAwait(false))
                    {
                        await RunAsync(account, JobNames.ExportStatus, token => status.RunAsync(account, cancellationToken: token), cancellationToken).ConfigureAwait(false);
                    }
                }

                if (requests.Contains(JobNames.TrackedChanges, StringComparer.Ordinal))
                {
                    await RunAsync(account, JobNames.TrackedChanges, token => changes.RunAsync(cancellationToken: token), cancellationToken).ConfigureAwait(false);
                }

                if (requests.Contains(JobNames.DeliverEvents, StringComparer.Ordinal))
                {
                    await RunAsync(account, JobNames.DeliverEvents, token => events.RunAsync(account, cancellationToken: token), cancellationToken).ConfigureAwait(false);
                }

                if (lastCycle is null || now >= lastCycle + BackOff(effective.Options.CycleInterval, failures) || requests.Any(static job => job is JobNames.Cycle or JobNames.Import or JobNames.Export or JobNames.DataFields))
                {
                    var isRefused = !await RunAsync(account, JobNames.Cycle, token => cycle.RunCycleAsync(account, cancellationToken: token), cancellationToken).ConfigureAwait(false);
                    failures = isRefused ? failures + 1 : 0;
                    lastCycle = now;
                }

                await Task.Delay(LookInterval, time, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogStopped(account.Value);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // The store cannot be reached: the loop begins again at the next look.
            LogFailed(account.Value, JobNames.Cycle, failed);
        }
    }

    private async Task RunChangesAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(options.CurrentValue.TrackedChangesInterval, time, cancellationToken).ConfigureAwait(false);
                try
                {
                    await changes.RunAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
                }
                catch (Exception failed) when (failed is not OperationCanceledException)
                {
                    LogFailed("all", JobNames.TrackedChanges, failed);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogStopped("all");
        }
    }

    private async Task<bool> HasUnsettledBatchesAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        var open = await unit.Batches.GetAsync([BatchState.Sending, BatchState.Sent, BatchState.Ended, BatchState.Stalled], cancellationToken).ConfigureAwait(false);
        return open.Count > 0;
    }

    /// <summary>Runs one job and keeps what it throws from ending the loop.</summary>
    /// <returns>False when the account was refused, or the store could not be reached: the next try waits longer (rule AC-1).</returns>
    private async Task<bool> RunAsync(AccountId account, string job, Func<CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        try
        {
            await run(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (AccountLeaseLostException taken)
        {
            LogFailed(account.Value, job, taken);
            return true;
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            LogFailed(account.Value, job, failed);
            return failed is DotdigitalTransportException;
        }
    }

    /// <summary>How long the next cycle waits after so many refusals in a row (rule AC-1).</summary>
    internal static TimeSpan BackOff(TimeSpan interval, int failures)
    {
        var longer = interval * Math.Pow(2, Math.Min(failures, 10));
        return longer > LongestBackOff && failures > 0 ? (interval > LongestBackOff ? interval : LongestBackOff) : longer;
    }

    [LoggerMessage(2020, LogLevel.Error, "Account {Account}: {Job} failed and will be tried again.")]
    private partial void LogFailed(string account, string job, Exception exception);

    [LoggerMessage(2022, LogLevel.Error, "The stored accounts could not be read; they are asked for again at the next look.")]
    private partial void LogAccountsUnknown(Exception exception);

    [LoggerMessage(2021, LogLevel.Information, "Account {Account}: the scheduler stopped.")]
    private partial void LogStopped(string account);
}
