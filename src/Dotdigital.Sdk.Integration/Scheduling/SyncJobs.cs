using System.Collections.Concurrent;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk.Integration.Scheduling;

/// <summary>What every scheduler needs: which jobs run by themselves and how often (BEHAVIOUR section 2), what was asked for, and one way to run a job.</summary>
internal sealed partial class SyncJobs(
    ISyncStore store,
    IAccountLocks locks,
    ISyncOrchestrator cycle,
    IExportStatusOrchestrator status,
    ITrackedChangeProcessor changes,
    IOptionsMonitor<DotdigitalIntegrationOptions> options,
    TimeProvider time,
    ILogger<SyncJobs> logger)
{
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<AccountId, Refusal> _refusals = new();

    /// <summary>The jobs of all enabled accounts, by the settings as they are now.</summary>
    public Task<IReadOnlyList<ScheduledJob>> GetScheduledAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var settings = options.CurrentValue;
        var jobs = new List<ScheduledJob> { new(new SyncJobId(null, JobNames.TrackedChanges), settings.TrackedChangesInterval, RunsAtOnce: false) };
        foreach (var (name, account) in settings.Accounts)
        {
            if (account.IsEnabled)
            {
                var id = new AccountId(name);
                jobs.Add(new ScheduledJob(new SyncJobId(id, JobNames.Cycle), settings.CycleInterval, RunsAtOnce: true));
                jobs.Add(new ScheduledJob(new SyncJobId(id, JobNames.ExportStatus), settings.ExportStatusInterval, RunsAtOnce: false));
            }
        }

        return Task.FromResult<IReadOnlyList<ScheduledJob>>(jobs);
    }

    /// <summary>The enabled accounts that something was asked of and that nobody holds now: one question for all (rule BL-1).</summary>
    public async Task<IReadOnlyList<AccountId>> GetRequestedAsync(CancellationToken cancellationToken)
    {
        var requests = await locks.GetRequestsAsync(cancellationToken).ConfigureAwait(false);
        return [.. requests.Select(static request => request.Account).Distinct().Where(account => SettingsOf(account) is not null)];
    }

    /// <summary>Runs what was asked of an account; what another run keeps from being done stays asked for, also when this process stops.</summary>
    public async Task RunRequestedAsync(AccountId account, CancellationToken cancellationToken)
    {
        var requests = await locks.TakeRequestsAsync(account, cancellationToken).ConfigureAwait(false);
        var jobs = requests.Select(static job => job is JobNames.Import or JobNames.Export ? JobNames.Cycle : job).Distinct(StringComparer.Ordinal).OrderBy(LastIsCycle).ToList();
        for (var i = 0; i < jobs.Count; i++)
        {
            try
            {
                await RunAsync(new SyncJobId(account, jobs[i]), isRequested: true, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                foreach (var left in jobs.Skip(i))
                {
                    await locks.RequestAsync(account, left, CancellationToken.None).ConfigureAwait(false);
                }

                throw;
            }
        }
    }

    /// <summary>Runs one job and keeps what it throws from the scheduler; only the cancellation of <paramref name="cancellationToken"/> gets out.</summary>
    /// <param name="job">The job. One whose account is unknown or disabled by now is not run.</param>
    /// <param name="isRequested">Whether somebody asked for it: then it is run although the account was refused a while ago (rule AC-1).</param>
    /// <param name="cancellationToken">Cancels the run; what was stored stays.</param>
    public async Task RunAsync(SyncJobId job, bool isRequested, CancellationToken cancellationToken)
    {
        var settings = job.Account is { } account ? SettingsOf(account) : null;
        if (job.Account is not null && (settings is null || (!isRequested && IsRefused(job.Account.Value, settings))))
        {
            return;
        }

        try
        {
            await StartAsync(job, cancellationToken).ConfigureAwait(false);
            Note(job, settings, isRefused: false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failed)
        {
            LogFailed(job.Account?.Value ?? "all", job.Job, failed);
            Note(job, settings, isRefused: failed is not AccountLeaseLostException and not DotdigitalTransportException);
        }
    }

    /// <summary>Orders jobs: a cycle may take long, so what is quickly done comes before it.</summary>
    public static int LastIsCycle(string job) => string.Equals(job, JobNames.Cycle, StringComparison.Ordinal) ? 1 : 0;

    private async Task StartAsync(SyncJobId job, CancellationToken cancellationToken)
    {
        switch (job)
        {
            case { Job: JobNames.TrackedChanges }:
                await changes.RunAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
                break;
            case { Job: JobNames.ExportStatus, Account: { } account }:
                if (await HasUnsettledBatchesAsync(account, cancellationToken).ConfigureAwait(false))
                {
                    await status.RunAsync(account, cancellationToken: cancellationToken).ConfigureAwait(false);
                }

                break;
            case { Job: JobNames.Cycle, Account: { } account }:
                await cycle.RunCycleAsync(account, cancellationToken: cancellationToken).ConfigureAwait(false);
                break;
            default:
                LogUnknown(job.Account?.Value ?? "all", job.Job);
                break;
        }
    }

    private AccountSettings? SettingsOf(AccountId account) => options.CurrentValue.Accounts.TryGetValue(account.Value, out var settings) && settings.IsEnabled ? settings : null;

    private async Task<bool> HasUnsettledBatchesAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        var open = await unit.Batches.GetAsync([BatchState.Sending, BatchState.Sent, BatchState.Ended, BatchState.Stalled], cancellationToken).ConfigureAwait(false);
        return open.Count > 0;
    }

    /// <summary>Settings that were made anew are tried at once: the password may have been corrected.</summary>
    private bool IsRefused(AccountId account, AccountSettings settings) =>
        _refusals.TryGetValue(account, out var refusal) && ReferenceEquals(refusal.Settings, settings) && time.GetUtcNow() < refusal.Until;

    /// <summary>A cycle that was refused makes the next one wait, twice as long each time, an hour at most or its interval (rule AC-1).</summary>
    private void Note(SyncJobId job, AccountSettings? settings, bool isRefused)
    {
        if (settings is null || job is not { Job: JobNames.Cycle, Account: { } account })
        {
            return;
        }

        if (!isRefused)
        {
            _refusals.TryRemove(account, out _);
            return;
        }

        var times = _refusals.TryGetValue(account, out var before) && ReferenceEquals(before.Settings, settings) ? before.Times + 1 : 1;
        var wait = options.CurrentValue.CycleInterval * Math.Pow(2, Math.Min(times, 10));
        _refusals[account] = new Refusal(settings, times, time.GetUtcNow() + (wait < LongestBackOff ? wait : LongestBackOff));
    }

    [LoggerMessage(2020, LogLevel.Error, "Account {Account}: {Job} failed and will be tried again.")]
    private partial void LogFailed(string account, string job, Exception exception);

    [LoggerMessage(2025, LogLevel.Warning, "Account {Account}: a job named '{Job}' was asked for, which this version does not know; it is forgotten.")]
    private partial void LogUnknown(string account, string job);

    private sealed record Refusal(AccountSettings Settings, int Times, DateTimeOffset Until);
}
