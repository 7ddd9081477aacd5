using Dotdigital.Sdk.Integration.Accounts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.Scheduling;

/// <summary>
/// Runs the jobs of every enabled account by their intervals (BEHAVIOUR section 2) in one process. Accounts run beside each other and never wait for
/// each other (rule BL-2); what was asked of any of them is looked up in one question. Stopping cancels the runs and waits for what they have under way.
/// </summary>
internal sealed partial class SyncScheduler(SyncJobs jobs, RunnerGuard guard, TimeProvider time, ILogger<SyncScheduler> logger) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(5);

    /// <summary>When a job last started, or would have if it had run before.</summary>
    private readonly Dictionary<SyncJobId, DateTimeOffset> _started = [];

    private readonly Dictionary<string, Task> _running = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await guard.BeginAsync(cancellationToken).ConfigureAwait(false);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await guard.EndAsync().ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, guard.Lost);
        var nextLook = time.GetUtcNow();
        IReadOnlyList<ScheduledJob> scheduled = [];
        try
        {
            while (true)
            {
                var now = time.GetUtcNow();
                scheduled = Notice(await TryAsync(jobs.GetScheduledAsync, scheduled, stopping.Token).ConfigureAwait(false), now);
                IReadOnlyList<AccountId> requested = [];
                if (now >= nextLook)
                {
                    nextLook = now + LookInterval;
                    requested = await TryAsync(jobs.GetRequestedAsync, [], stopping.Token).ConfigureAwait(false);
                }

                Start(scheduled, requested, now, stopping.Token);
                await Task.Delay(Tick, time, stopping.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await Task.WhenAll(_running.Values).ConfigureAwait(false);
            LogStopped();
        }

        if (guard.Lost.IsCancellationRequested && !stoppingToken.IsCancellationRequested)
        {
            throw guard.LostTo;
        }
    }

    /// <summary>Forgets what is no longer scheduled and gives what is new its first time.</summary>
    private IReadOnlyList<ScheduledJob> Notice(IReadOnlyList<ScheduledJob> scheduled, DateTimeOffset now)
    {
        var added = scheduled.Where(job => !_started.ContainsKey(job.Id)).ToList();
        if (added.Count > 0 || scheduled.Count < _started.Count)
        {
            var accounts = added.Select(static job => job.Id.Account).Distinct().Count(static account => account is not null);
            foreach (var job in added)
            {
                var offset = job.Id.Account is { } account ? Spread.OffsetOf(account.Value, accounts, job.Interval) : TimeSpan.Zero;
                _started[job.Id] = job.RunsAtOnce ? now + offset - job.Interval : now + offset;
            }

            foreach (var gone in _started.Keys.Except(scheduled.Select(static job => job.Id)).ToList())
            {
                _started.Remove(gone);
            }
        }

        return scheduled;
    }

    private void Start(IReadOnlyList<ScheduledJob> scheduled, IReadOnlyList<AccountId> requested, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = scheduled.Where(job => now - _started[job.Id] >= job.Interval).ToLookup(static job => KeyOf(job.Id.Account), StringComparer.Ordinal);
        var asked = requested.ToDictionary(static account => account.Value, StringComparer.Ordinal);
        foreach (var key in due.Select(static jobs => jobs.Key).Union(asked.Keys, StringComparer.Ordinal))
        {
            if (_running.TryGetValue(key, out var running) && !running.IsCompleted)
            {
                continue;
            }

            var ids = due[key].Select(static job => job.Id).ToList();
            foreach (var id in ids)
            {
                _started[id] = now;
            }

            _running[key] = RunAsync(asked.TryGetValue(key, out var account) ? account : null, ids, cancellationToken);
        }
    }

    /// <summary>Asks; goes on with <paramref name="otherwise"/> while the store cannot answer.</summary>
    private async Task<IReadOnlyList<T>> TryAsync<T>(Func<CancellationToken, Task<IReadOnlyList<T>>> ask, IReadOnlyList<T> otherwise, CancellationToken cancellationToken)
    {
        try
        {
            return await ask(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
        {
            LogLookFailed(failed);
            return otherwise;
        }
    }

    private async Task RunAsync(AccountId? requested, List<SyncJobId> due, CancellationToken cancellationToken)
    {
        // The loop goes on at once, whatever the run does first.
        await Task.Yield();
        try
        {
            foreach (var job in due.OrderBy(static job => SyncJobs.LastIsCycle(job.Job)))
            {
                await jobs.RunAsync(job, isRequested: false, cancellationToken).ConfigureAwait(false);
            }

            if (requested is { } account)
            {
                await jobs.RunRequestedAsync(account, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The scheduler stops, and waits for this to end.
        }
        catch (Exception failed)
        {
            LogLookFailed(failed);
        }
    }

    private static string KeyOf(AccountId? account) => account?.Value ?? string.Empty;

    [LoggerMessage(2021, LogLevel.Information, "The scheduler stopped.")]
    private partial void LogStopped();

    [LoggerMessage(2026, LogLevel.Warning, "The store could not be asked for the jobs to run; trying again.")]
    private partial void LogLookFailed(Exception exception);
}
