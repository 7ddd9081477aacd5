using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk.Integration.Scheduling;

/// <summary>
/// What every scheduler asks before it runs jobs: that it is the host's only one and, where the store serves one runner, that no other process runs
/// them. The runner's lease is a lock like an account's, under a name that no account can have.
/// </summary>
internal sealed partial class RunnerGuard(
    ISyncStore store, IEnumerable<SchedulerChoice> schedulers, IOptionsMonitor<DotdigitalIntegrationOptions> options, TimeProvider time, ILogger<RunnerGuard> logger) : IDisposable
{
    /// <summary>The lock's name. Account ids of the options have no spaces at their ends.</summary>
    internal static readonly AccountId Runner = new(" runner ");

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly string _owner = ProcessNames.NewOwner();
    private readonly CancellationTokenSource _ended = new();
    private readonly CancellationTokenSource _lost = new();
    private AccountLease? _lease;
    private Task _renewing = Task.CompletedTask;

    /// <summary>Whether this process may run jobs now.</summary>
    public bool MayRun { get; private set; }

    /// <summary>Cancelled when another process has become the runner: this one has to stop.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>What to say when <see cref="Lost"/> was cancelled.</summary>
    public SecondRunnerException LostTo { get; private set; } = new(string.Empty, string.Empty);

    /// <summary>Becomes the runner. Where another one holds the store, this waits for that one's lease to lapse, as it does when the process died.</summary>
    /// <exception cref="InvalidOperationException">The host registered two schedulers.</exception>
    /// <exception cref="SecondRunnerException">The other runner is alive.</exception>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        var methods = schedulers.Select(static scheduler => scheduler.Method).Distinct(StringComparer.Ordinal).ToList();
        if (methods.Count > 1)
        {
            throw new InvalidOperationException($"The Dotdigital integration has {methods.Count} schedulers, {string.Join(" and ", methods)}, and every job would run twice: call one of them only.");
        }

        if (store.SingleRunnerName is not { } name || _lease is not null)
        {
            MayRun = true;
            return;
        }

        var duration = options.CurrentValue.LeaseDuration;
        var waiting = time.GetTimestamp();
        AccountLockHolder? first = null;
        while (true)
        {
            if (await store.Locks.TryAcquireAsync(Runner, _owner, duration, cancellationToken).ConfigureAwait(false) is { } lease)
            {
                _lease = lease;
                MayRun = true;
                _renewing = RenewAsync(name, lease);
                return;
            }

            if (await store.Locks.FindHolderAsync(Runner, cancellationToken).ConfigureAwait(false) is { } holder)
            {
                first ??= holder;
                if ((holder.Lease, holder.LapsesAt) != (first.Lease, first.LapsesAt) || time.GetElapsedTime(waiting) > duration + Look)
                {
                    throw new SecondRunnerException(name, ProcessOf(holder));
                }
            }

            LogWaiting(name, duration);
            await Task.Delay(Look, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Stops being the runner, so that the next one need not wait.</summary>
    public async Task EndAsync()
    {
        MayRun = false;
        await _ended.CancelAsync().ConfigureAwait(false);
        await _renewing.ConfigureAwait(false);
        if (_lease is { } lease)
        {
            _lease = null;
            await store.Locks.ReleaseAsync(lease, CancellationToken.None).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _ended.Cancel();
        _ended.Dispose();
        _lost.Dispose();
    }

    private async Task RenewAsync(string name, AccountLease lease)
    {
        while (true)
        {
            try
            {
                var duration = options.CurrentValue.LeaseDuration;
                await Task.Delay(duration / 3, time, _ended.Token).ConfigureAwait(false);
                if (!await store.Locks.RenewAsync(lease, duration, _ended.Token).ConfigureAwait(false))
                {
                    var next = await store.Locks.FindHolderAsync(Runner, _ended.Token).ConfigureAwait(false);
                    LostTo = new SecondRunnerException(name, next is null ? "gone again" : ProcessOf(next));
                    MayRun = false;
                    LogLost(name, LostTo.Owner);
                    await _lost.CancelAsync().ConfigureAwait(false);
                    return;
                }
            }
            catch (OperationCanceledException) when (_ended.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failed)
            {
                // Tried again soon: what is at stake while the store cannot be reached is guarded by the accounts' own fences.
                LogRenewFailed(name, failed);
            }
        }
    }

    private static string ProcessOf(AccountLockHolder holder) => ProcessNames.Of(holder.Lease.Owner);

    [LoggerMessage(2022, LogLevel.Information, "The {Store} has a runner already; waiting whether it is alive, for at most {Lease}.")]
    private partial void LogWaiting(string store, TimeSpan lease);

    [LoggerMessage(2023, LogLevel.Error, "The {Store} was taken over by another runner ({Owner}) after this process was paused for longer than its lease; this one stops running jobs.")]
    private partial void LogLost(string store, string owner);

    [LoggerMessage(2024, LogLevel.Warning, "The lease to run the jobs of the {Store} could not be renewed; trying again.")]
    private partial void LogRenewFailed(string store, Exception exception);
}
