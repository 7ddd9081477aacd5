using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Privacy;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>Runs a job of an account under its lock, renewing the lease meanwhile; a job asked for while the account is busy is remembered (rules BL-1, BL-4).</summary>
internal sealed partial class AccountRunner
{
    private readonly ISyncStore _store;
    private readonly IAccountLocks _locks;
    private readonly AccountDirectory _accounts;
    private readonly AccountConnector _connector;
    private readonly MarketingListCatalogue _lists;
    private readonly IOptionsMonitor<DotdigitalIntegrationOptions> _options;
    private readonly SyncTelemetry _telemetry;
    private readonly TimeProvider _time;
    private readonly ErasePeopleStep _erase;
    private readonly RunEnding _ending;
    private readonly RunRecorder _recorder;
    private readonly ILogger<AccountRunner> _logger;

    public AccountRunner(
        ISyncStore store,
        IAccountLocks locks,
        AccountDirectory accounts,
        AccountConnector connector,
        MarketingListCatalogue lists,
        IOptionsMonitor<DotdigitalIntegrationOptions> options,
        SyncTelemetry telemetry,
        TimeProvider time,
        ErasePeopleStep erase,
        RunEnding ending,
        RunRecorder recorder,
        ILogger<AccountRunner> logger)
    {
        _store = store;
        _locks = locks;
        _accounts = accounts;
        _connector = connector;
        _lists = lists;
        _options = options;
        _telemetry = telemetry;
        _time = time;
        _erase = erase;
        _ending = ending;
        _recorder = recorder;
        _logger = logger;
    }

    /// <summary>Runs one job.</summary>
    /// <param name="account">The account.</param>
    /// <param name="job">The job's name.</param>
    /// <param name="options">What the caller asked for.</param>
    /// <param name="progress">Where progress is told.</param>
    /// <param name="work">The steps.</param>
    /// <param name="cancellationToken">Cancels the run; what was stored stays.</param>
    public async Task<SyncReport> RunAsync(
        AccountId account, string job, RunOptions? options, IProgress<SyncProgress>? progress, Func<AccountRun, StepList, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var activity = SyncTelemetry.StartRun(account, job);
        var started = _time.GetTimestamp();
        var outcome = "error";
        try
        {
            var report = await RunLockedAsync(account, job, options, progress, work, cancellationToken).ConfigureAwait(false);
            outcome = report.WasBusy ? "busy" : report.IsSuccess ? "success" : "failed";
            return report;
        }
        catch (Exception ended)
        {
            outcome = ended switch
            {
                AccountLeaseLostException => "lost",
                DotdigitalAuthenticationException => "refused",
                OperationCanceledException when cancellationToken.IsCancellationRequested => "cancelled",
                _ => outcome,
            };
            throw;
        }
        finally
        {
            _telemetry.RunEnded(account, job, outcome, _time.GetElapsedTime(started));
        }
    }

    private async Task<SyncReport> RunLockedAsync(
        AccountId account, string job, RunOptions? options, IProgress<SyncProgress>? progress, Func<AccountRun, StepList, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        var started = _time.GetUtcNow();
        var effective = await _accounts.GetEnabledAsync(account, cancellationToken).ConfigureAwait(false);
        var duration = _options.CurrentValue.LeaseDuration;
        var lease = await _locks.TryAcquireAsync(account, ProcessNames.NewOwner(), duration, cancellationToken).ConfigureAwait(false);
        if (lease is null)
        {
            if (!string.Equals(job, JobNames.Plan, StringComparison.Ordinal))
            {
                await _locks.RequestAsync(account, job, cancellationToken).ConfigureAwait(false);
            }

            LogBusy(account.Value, job);
            return new SyncReport { Account = account, Job = job, StartedAt = started, WasBusy = true };
        }

        using var lost = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _locks.GetLostToken(lease));
        var renewing = RenewAsync(lease, duration, lost);
        var live = _recorder.Begin(lease, job, started);
        using var followed = CancellationTokenSource.CreateLinkedTokenSource(lost.Token);
        var following = IsRecorded(job) ? _recorder.FollowAsync(live, followed.Token) : Task.CompletedTask;
        var steps = new StepList(live, _telemetry, _logger, _time);
        var run = Begin(effective, lease, options, progress, started) with { Live = live };
        Exception? failure = null;
        try
        {
            if (CallsDotdigital(job))
            {
                run = run with { Client = await _connector.ConnectAsync(effective, lost.Token).ConfigureAwait(false) };
            }

            if (ReadsWatermarks(job))
            {
                run = run with { DotdigitalBegin = await run.Client.Account.GetServerTimeAsync(lost.Token).ConfigureAwait(false) };
            }

            if (CallsDotdigital(job))
            {
                await _erase.RunAsync(run, steps, lost.Token).ConfigureAwait(false);
            }

            await work(run, steps, lost.Token).ConfigureAwait(false);
            _telemetry.BatchesOpen(account, await ReadOpenBatchesAsync(account, lost.Token).ConfigureAwait(false));
            await StopAsync(followed, following).ConfigureAwait(false);
            if (IsRecorded(job))
            {
                await _ending.EndAsync(run, job, steps, lost.Token).ConfigureAwait(false);
            }
        }
        catch (Exception failed) when (failed is not OperationCanceledException and not AccountLeaseLostException && IsRecorded(job))
        {
            if (failed is DotdigitalAuthenticationException)
            {
                await _connector.ForgetEndpointAsync(account, CancellationToken.None).ConfigureAwait(false);
            }

            failure = failed;
            await StopAsync(followed, following).ConfigureAwait(false);
            await EndFailedAsync(run, job, steps, failed, lost.Token).ConfigureAwait(false);
            throw;
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new AccountLeaseLostException(account);
        }
        finally
        {
            await StopAsync(followed, following).ConfigureAwait(false);
            await lost.CancelAsync().ConfigureAwait(false);
            await renewing.ConfigureAwait(false);
            _recorder.Forget(live);
            await _locks.ReleaseAsync(lease, CancellationToken.None).ConfigureAwait(false);
            if (IsRecorded(job) && !live.IsEnded)
            {
                var end = failure is not null ? SyncRunState.Failed : cancellationToken.IsCancellationRequested ? SyncRunState.Cancelled : SyncRunState.Lost;
                await _recorder.CutShortAsync(live, end, failure is null ? null : FailureWords.Of(failure, failure.Message).Text).ConfigureAwait(false);
            }
        }

        if (steps.Reports.Any(static step => step.Continues))
        {
            await _locks.RequestAsync(account, job, cancellationToken).ConfigureAwait(false);
        }

        var report = new SyncReport { Account = account, Job = job, StartedAt = started, Duration = _time.GetUtcNow() - started, Steps = steps.Reports };
        LogDone(account.Value, job, report.Steps.Count, report.Failures.Count(), report.Duration);
        return report;
    }

    private async Task<IReadOnlyList<BatchRecord>> ReadOpenBatchesAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var unit = await _store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        return await unit.Batches.GetAsync([BatchState.Sending, BatchState.Sent, BatchState.Ended, BatchState.Stalled], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Only runs that move watermarks spend a call on Dotdigital's clock (rule W-1).</summary>
    private static bool ReadsWatermarks(string job) => job is JobNames.Cycle or JobNames.Import or JobNames.Export;

    /// <summary>Delivery goes on while Dotdigital refuses the account or cannot be reached.</summary>
    private static bool CallsDotdigital(string job) => job is not JobNames.DeliverEvents;

    /// <summary>A dry run leaves no trace.</summary>
    private static bool IsRecorded(string job) => job is not JobNames.Plan;

    private AccountRun Begin(EffectiveAccount account, AccountLease lease, RunOptions? options, IProgress<SyncProgress>? progress, DateTimeOffset started) => new()
    {
        Account = account.Id,
        Settings = account.Settings,
        Options = account.Options,
        IsKnownAccount = _accounts.IsKnown,
        Store = _store,
        Lease = lease,
        Time = _time,
        Lists = _lists,
        Telemetry = _telemetry,
        DotdigitalBegin = started,
        OnlyList = options?.ListName,
        Progress = progress,
    };

    /// <summary>Has nothing more written of how the run stands, so that its end is the last that is.</summary>
    private static async Task StopAsync(CancellationTokenSource followed, Task following)
    {
        await followed.CancelAsync().ConfigureAwait(false);
        await following.ConfigureAwait(false);
    }

    /// <summary>Stores and tells a failure; one of its own must not hide it.</summary>
    private async Task EndFailedAsync(AccountRun run, string job, StepList steps, Exception failure, CancellationToken cancellationToken)
    {
        try
        {
            await _ending.FailAsync(run, job, steps, failure, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception untold)
        {
            LogUntold(run.Account.Value, job, untold);
        }
    }

    /// <summary>Renews until cancelled; cancels the run when the lease is lost.</summary>
    private async Task RenewAsync(AccountLease lease, TimeSpan duration, CancellationTokenSource lost)
    {
        while (true)
        {
            try
            {
                await Task.Delay(duration / 3, _time, lost.Token).ConfigureAwait(false);
                if (!await _locks.RenewAsync(lease, duration, lost.Token).ConfigureAwait(false))
                {
                    LogLeaseLost(lease.Account.Value);
                    await lost.CancelAsync().ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException)
            {
                // The run ended, or lost its lease: either way nothing is left to renew.
                return;
            }
            catch (Exception failed)
            {
                // A store that cannot be reached lets the lease lapse; the fence then refuses late commits.
                LogRenewFailed(lease.Account.Value, failed);
            }
        }
    }

    [LoggerMessage(2000, LogLevel.Information, "Account {Account}: {Job} was asked for while another run holds the account; it is remembered and runs afterwards.")]
    private partial void LogBusy(string account, string job);

    [LoggerMessage(2001, LogLevel.Information, "Account {Account}: {Job} ended after {Steps} steps, {Failures} of them failed, in {Duration}.")]
    private partial void LogDone(string account, string job, int steps, int failures, TimeSpan duration);

    [LoggerMessage(2002, LogLevel.Warning, "Account {Account}: the lease was lost to another run; this one stops and the other goes on.")]
    private partial void LogLeaseLost(string account);

    [LoggerMessage(2004, LogLevel.Warning, "Account {Account}: that {Job} failed could not be stored or told; the failure itself follows.")]
    private partial void LogUntold(string account, string job, Exception exception);

    [LoggerMessage(2003, LogLevel.Warning, "Account {Account}: the lease could not be renewed; the run goes on until its next commit tells whether it still holds the account.")]
    private partial void LogRenewFailed(string account, Exception exception);
}
