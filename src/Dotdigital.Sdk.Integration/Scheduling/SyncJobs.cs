using System.Collections.Concurrent;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Events;
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
    IEventDelivery events,
    AccountDirectory accounts,
    IOptionsMonitor<DotdigitalIntegrationOptions> options,
    TimeProvider time,
    ILogger<SyncJobs> logger)
{
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<AccountId, Refusal> _refusals = new();

    /// <summary>The jobs of all enabled accounts, configured and stored ones, by the settings as they are now.</summary>
    public async Task<IReadOnlyList<ScheduledJob>> GetScheduledAsync(CancellationToken cancellationToken)
    {
        var jobs = new List<ScheduledJob> { new(new SyncJobId(null, JobNames.TrackedChanges), options.CurrentValue.TrackedChangesInterval, RunsAtOnce: false) };
        foreach (var account in await accounts.GetAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (account.Settings.IsEnabled)
            {
                jobs.Add(new ScheduledJob(new SyncJobId(account.Id, JobNames.Cycle), account.Options.CycleInterval, RunsAtOnce: true));
                jobs.Add(new ScheduledJob(new SyncJobId(account.Id, JobNames.ExportStatus), account.Options.ExportStatusInterval, RunsAtOnce: false));
            }
        }

        return jobs;
    }

    /// <summary>The enabled accounts that something was asked of and that nobody holds now: one question for all (rule BL-1).</summary>
    public async Task<IReadOnlyList<AccountId>> GetRequestedAsync(CancellationToken cancellationToken)
    {
        var requests = await locks.GetRequestsAsync(cancellationToken).ConfigureAwait(false);
        var requested = new List<AccountId>();
        foreach (var account in requests.Select(static request => request.Account).Distinct())
        {
            if (await FindEnabledAsync(account, cancellationToken).ConfigureAwait(false) is not null)
            {
                requested.Add(account);
            }
        }

        return requested;
    }

    /// <summary>
    /// Runs what was asked of an account. A request is forgotten only when its job has ended: what a stop, a kill or an account that is held again keeps
    /// from being done stays asked for.
    /// </summary>
    public async Task RunRequestedAsync(AccountId account, CancellationToken cancellationToken)
    {
        var requests = await locks.TakeRequestsAsync(account, cancellationToken).ConfigureAwait(false);
        foreach (var asked in requests.GroupBy(JobOf, StringComparer.Ordinal).OrderBy(static jobs => LastIsCycle(jobs.Key)))
        {
            await RunAsync(new SyncJobId(account, asked.Key), isRequested: true, cancellationToken).ConfigureAwait(false);
            await locks.CompleteRequestsAsync(account, [.. asked], CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>The job that does what was asked for: a cycle holds the parts of it, and every run begins with erasing people.</summary>
    private static string JobOf(string request) => request is JobNames.Import or JobNames.Export or JobNames.DataFields or JobNames.Privacy ? JobNames.Cycle : request;

    /// <summary>Runs one job and keeps what it throws from the scheduler; only the cancellation of <paramref name="cancellationToken"/> gets out.</summary>
    /// <param name="job">The job. One whose account is unknown or disabled by now is not run.</param>
    /// <param name="isRequested">Whether somebody asked for it: then it is run although the account was refused a while ago (rule AC-1).</param>
    /// <param name="cancellationToken">Cancels the run; what was stored stays.</param>
    public async Task RunAsync(SyncJobId job, bool isRequested, CancellationToken cancellationToken)
    {
        EffectiveAccount? account = null;
        try
        {
            account = job.Account is { } id ? await FindEnabledAsync(id, cancellationToken).ConfigureAwait(false) : null;
            if (job.Account is not null && (account is null || (!isRequested && IsRefused(account))))
            {
                return;
            }

            await StartAsync(job, cancellationToken).ConfigureAwait(false);
            Note(job, account, isRefused: false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failed)
        {
            LogFailed(job.Account?.Value ?? "all", job.Job, failed);
            Note(job, account, isRefused: failed is not (AccountLeaseLostException or StoreUnavailableException or DotdigitalTransportException));
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
            case { Job: JobNames.DeliverEvents, Account: { } account }:
                await events.RunAsync(account, cancellationToken: cancellationToken).ConfigureAwait(false);
                break;
            default:
                LogUnknown(job.Account?.Value ?? "all", job.Job);
                break;
        }
    }

    private async Task<EffectiveAccount?> FindEnabledAsync(AccountId account, CancellationToken cancellationToken) =>
        await accounts.FindAsync(account, cancellationToken).ConfigureAwait(false) is { Settings.IsEnabled: true } found ? found : null;

    private async Task<bool> HasUnsettledBatchesAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        var open = await unit.Batches.GetAsync([BatchState.Sending, BatchState.Sent, BatchState.Ended, BatchState.Stalled], cancellationToken).ConfigureAwait(false);
        return open.Count > 0;
    }

    /// <summary>Settings that were made anew are tried at once: the password may have been corrected.</summary>
    private bool IsRefused(EffectiveAccount account) =>
        _refusals.TryGetValue(account.Id, out var refusal) && refusal.IsOf(account) && time.GetUtcNow() < refusal.Until;

    /// <summary>A cycle that was refused makes the next one wait, twice as long each time, an hour at most or its interval (rule AC-1).</summary>
    private void Note(SyncJobId job, EffectiveAccount? account, bool isRefused)
    {
        if (account is null || !string.Equals(job.Job, JobNames.Cycle, StringComparison.Ordinal))
        {
            return;
        }

        if (!isRefused)
        {
            _refusals.TryRemove(account.Id, out _);
            return;
        }

        var times = _refusals.TryGetValue(account.Id, out var before) && before.IsOf(account) ? before.Times + 1 : 1;
        _refusals[account.Id] = new Refusal(account.Configured, account.Stored?.Version, times, time.GetUtcNow() + BackOff(account.Options.CycleInterval, times));
    }

    /// <summary>How long the next cycle waits after so many refusals in a row (rule AC-1).</summary>
    internal static TimeSpan BackOff(TimeSpan interval, int refusals)
    {
        var longer = interval * Math.Pow(2, Math.Min(refusals, 10));
        return longer > LongestBackOff && refusals > 0 ? (interval > LongestBackOff ? interval : LongestBackOff) : longer;
    }

    [LoggerMessage(2020, LogLevel.Error, "Account {Account}: {Job} failed and will be tried again.")]
    private partial void LogFailed(string account, string job, Exception exception);

    [LoggerMessage(2025, LogLevel.Warning, "Account {Account}: a job named '{Job}' was asked for, which this version does not know; it is forgotten.")]
    private partial void LogUnknown(string account, string job);

    private sealed record Refusal(AccountSettings? Configured, long? Version, int Times, DateTimeOffset Until)
    {
        /// <summary>Whether the account still has the settings that were refused.</summary>
        public bool IsOf(EffectiveAccount account) => ReferenceEquals(Configured, account.Configured) && Version == account.Stored?.Version;
    }
}
