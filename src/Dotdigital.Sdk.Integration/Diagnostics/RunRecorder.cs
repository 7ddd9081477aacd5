using System.Collections.Concurrent;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.RateLimits;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>
/// Knows the runs under way in this process, and stores how they stand for others to see: every 5 seconds while they last, however many pages they read
/// meanwhile, and at their end in the transaction that ends them. A run that is over sooner costs no write of its own.
/// </summary>
internal sealed partial class RunRecorder(ISyncStore store, IDotdigitalRateLimits rateLimits, TimeProvider time, ILogger<RunRecorder> logger)
{
    /// <summary>Between two writes of how a run stands.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>How many ended runs of a job are kept.</summary>
    private const int Kept = 20;

    /// <summary>How long a run that was cut short may take to say so.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<AccountId, LiveRun> _here = new();

    /// <summary>The runs under way in this process.</summary>
    public IEnumerable<LiveRun> Runs => _here.Values;

    /// <summary>The account's run in this process, or null.</summary>
    public LiveRun? Find(AccountId account) => _here.GetValueOrDefault(account);

    /// <summary>A run began.</summary>
    public LiveRun Begin(AccountLease lease, string job, DateTimeOffset startedAt)
    {
        var run = new LiveRun(lease, job, startedAt);
        _here[lease.Account] = run;
        return run;
    }

    /// <summary>The run is over, stored or not.</summary>
    public void Forget(LiveRun run) => _here.TryRemove(KeyValuePair.Create(run.Lease.Account, run));

    /// <summary>Stores how the run stands until cancelled.</summary>
    public async Task FollowAsync(LiveRun run, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await Task.Delay(Interval, time, cancellationToken).ConfigureAwait(false);
                await SaveAsync(run, SyncRunState.Running, null, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failed)
            {
                LogNotStored(run.Lease.Account.Value, run.Job, failed);
            }
        }
    }

    /// <summary>Stores the end in the unit that ends the run.</summary>
    public async Task EndAsync(IUnitOfWork unit, LiveRun run, SyncRunState state, string? error, CancellationToken cancellationToken)
    {
        await unit.Runs.SaveAsync(ToRecord(run, state, error), cancellationToken).ConfigureAwait(false);
        await unit.Runs.KeepLastAsync(run.Job, Kept, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stores the end of a run that could not end itself. It writes its own row only, so that no later holder of the account is harmed.</summary>
    public async Task CutShortAsync(LiveRun run, SyncRunState state, string? error)
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience, time);
            await SaveAsync(run, state, error, patience.Token).ConfigureAwait(false);
        }
        catch (Exception failed)
        {
            LogNotStored(run.Lease.Account.Value, run.Job, failed);
        }
    }

    private async Task SaveAsync(LiveRun run, SyncRunState state, string? error, CancellationToken cancellationToken)
    {
        await using var unit = await store.BeginAsync(run.Lease.Account, cancellationToken).ConfigureAwait(false);
        await unit.Runs.SaveAsync(ToRecord(run, state, error), cancellationToken).ConfigureAwait(false);
        if (state != SyncRunState.Running)
        {
            await unit.Runs.KeepLastAsync(run.Job, Kept, cancellationToken).ConfigureAwait(false);
        }

        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private RunRecord ToRecord(LiveRun live, SyncRunState state, string? error)
    {
        var now = time.GetUtcNow();
        var run = live.Look(now);
        var limits = rateLimits.Get(run.Account.Value).MaxBy(static user => user.SeenAt);
        var isOver = state != SyncRunState.Running;
        return new RunRecord
        {
            Id = run.Id,
            Job = live.Job,
            State = state,
            Process = run.Process,
            StartedAt = run.StartedAt!.Value,
            SeenAt = now,
            EndedAt = isOver ? now : null,
            Error = error,
            Details = new RunDetails
            {
                Step = isOver ? null : run.Current?.Step,
                Scope = isOver ? null : run.Current?.Scope,
                Done = isOver ? 0 : run.Current?.Done ?? 0,
                Total = isOver ? null : run.Current?.Total,
                Steps = run.Steps,
                Calls = run.CallsByTier,
                Waits = isOver ? [] : limits?.Waits ?? [],
                Tiers = limits?.Tiers ?? [],
                TiersSeenAt = limits?.SeenAt,
            }.ToJson(),
        };
    }

    [LoggerMessage(2005, LogLevel.Warning, "Account {Account}: how {Job} stands could not be stored for other processes to see; the run itself goes on.")]
    private partial void LogNotStored(string account, string job, Exception exception);
}
