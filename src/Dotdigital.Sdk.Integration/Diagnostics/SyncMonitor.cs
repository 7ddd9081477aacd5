using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.RateLimits;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>Puts together what this process knows and what others stored.</summary>
internal sealed class SyncMonitor(RunRecorder recorder, ISyncStore store, IDotdigitalRateLimits rateLimits, AccountDirectory accounts, TimeProvider time) : ISyncMonitor
{
    private const int MostRuns = 200;

    public IReadOnlyList<SyncRun> GetRunningHere() => [.. recorder.Runs.Select(LookAt).OrderBy(static run => run.Account.Value, StringComparer.Ordinal)];

    public async Task<SyncRun?> FindRunningAsync(AccountId account, CancellationToken cancellationToken)
    {
        if (recorder.Find(account) is { } here)
        {
            return LookAt(here);
        }

        if (await FindHolderAsync(account, cancellationToken).ConfigureAwait(false) is not { } holder)
        {
            return null;
        }

        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        var stored = await unit.Runs.FindAsync(holder.Fence, cancellationToken).ConfigureAwait(false);

        // An end that is stored before the lock is given back is an end.
        return stored is null
            ? new SyncRun { Account = account, Id = holder.Fence, State = SyncRunState.Running, Process = ProcessNames.Of(holder.Owner) }
            : stored.State == SyncRunState.Running ? Read(account, stored) : null;
    }

    public async Task<IReadOnlyList<SyncRun>> GetFinishedAsync(AccountId account, string? job, int take, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, MostRuns);
        var running = await FindRunningIdAsync(account, cancellationToken).ConfigureAwait(false);
        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        var stored = await unit.Runs.GetLastAsync(job, take + 1, cancellationToken).ConfigureAwait(false);
        return [.. stored.Where(run => run.State != SyncRunState.Running || run.Id != running).Select(run => Over(Read(account, run))).Take(take)];
    }

    public async Task<SyncRun?> FindAsync(AccountId account, long id, CancellationToken cancellationToken)
    {
        if (recorder.Find(account) is { } here && here.Lease.Fence == id)
        {
            return LookAt(here);
        }

        var running = await FindRunningIdAsync(account, cancellationToken).ConfigureAwait(false);
        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        var stored = await unit.Runs.FindAsync(id, cancellationToken).ConfigureAwait(false);
        return stored is null ? null : stored.Id == running ? Read(account, stored) : Over(Read(account, stored));
    }

    public async Task<AccountLimits?> FindLimitsAsync(AccountId account, CancellationToken cancellationToken)
    {
        var user = (await accounts.FindAsync(account, cancellationToken).ConfigureAwait(false))?.Settings.UserName.Trim();
        var here = rateLimits.Get(account.Value).FirstOrDefault(limits => string.Equals(limits.UserName, user, StringComparison.OrdinalIgnoreCase));
        RunRecord? last;
        await using (var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false))
        {
            last = (await unit.Runs.GetLastAsync(null, 1, cancellationToken).ConfigureAwait(false)).FirstOrDefault();
        }

        var stored = last is null || string.Equals(last.Process, ProcessNames.Own, StringComparison.Ordinal) ? null : RunDetails.Parse(last.Details);
        return stored?.TiersSeenAt is { } at && (here?.SeenAt is not { } own || own < at)
            ? new AccountLimits(last!.Process, IsHere: false, at, [.. stored.Tiers.Select(tier => AsOfNow(tier, time.GetUtcNow()))], [])
            : here?.SeenAt is { } seen ? new AccountLimits(ProcessNames.Own, IsHere: true, seen, here.Tiers, here.Waits) : null;
    }

    /// <summary>A minute that has passed since gave all calls back.</summary>
    private static RateLimitTier AsOfNow(RateLimitTier tier, DateTimeOffset now) => tier.ResetsAt <= now ? tier with { Remaining = tier.Limit, ResetsAt = null } : tier;

    /// <summary>One that is not under way and never told its end has none to tell.</summary>
    private static SyncRun Over(SyncRun run) => run.State == SyncRunState.Running ? run with { State = SyncRunState.Vanished, Current = null, Waits = [] } : run;

    private static SyncRun Read(AccountId account, RunRecord stored)
    {
        var details = RunDetails.Parse(stored.Details);
        return new SyncRun
        {
            Account = account,
            Id = stored.Id,
            Job = stored.Job,
            State = stored.State,
            Process = stored.Process,
            StartedAt = stored.StartedAt,
            SeenAt = stored.SeenAt,
            EndedAt = stored.EndedAt,
            Error = stored.Error,
            Current = details.Step is null ? null : new SyncProgress(account, details.Step, details.Scope ?? string.Empty, details.Done, details.Total),
            Steps = details.Steps,
            CallsByTier = details.Calls,
            Waits = details.Waits,
        };
    }

    private SyncRun LookAt(LiveRun run)
    {
        var account = run.Lease.Account.Value;
        return run.Look(time.GetUtcNow()) with { Waits = [.. rateLimits.Get(account).SelectMany(static user => user.Waits).Where(wait => string.Equals(wait.AccountName, account, StringComparison.Ordinal))] };
    }

    private async Task<long?> FindRunningIdAsync(AccountId account, CancellationToken cancellationToken) =>
        recorder.Find(account)?.Lease.Fence ?? (await FindHolderAsync(account, cancellationToken).ConfigureAwait(false))?.Fence;

    private async Task<AccountLease?> FindHolderAsync(AccountId account, CancellationToken cancellationToken) =>
        await store.Locks.FindHolderAsync(account, cancellationToken).ConfigureAwait(false) is { HasLapsed: false } holder ? holder.Lease : null;
}
