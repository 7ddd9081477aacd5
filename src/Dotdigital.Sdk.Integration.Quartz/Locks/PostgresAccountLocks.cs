using System.Collections.Concurrent;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Storage;
using Medallion.Threading;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.Quartz.Locks;

/// <summary>
/// The store's locks, with a session of PostgreSQL as proof that a holder lives (rule BL-4). An owner who has such proof says so by its name; whoever gets
/// the session's lock while the store's row names such an owner knows that one dead, and takes over at once. Everything else stays the store's: an owner
/// without proof is waited for by its lease, a session that outlives its holder's lease (a paused process) keeps nobody out, and only the fence decides
/// who commits (rule W-4).
/// </summary>
internal sealed partial class PostgresAccountLocks(IAccountLocks store, PostgresSessions sessions, ILogger<PostgresAccountLocks> logger) : IAccountLocks
{
    private const string Proven = "session/";

    private readonly ConcurrentDictionary<AccountLease, IDistributedSynchronizationHandle> _held = new();

    public async Task<AccountLease?> TryAcquireAsync(AccountId account, string owner, TimeSpan duration, CancellationToken cancellationToken)
    {
        var session = await HoldAsync(account, cancellationToken).ConfigureAwait(false);
        try
        {
            var name = session is null ? owner : Proven + owner;
            var lease = await store.TryAcquireAsync(account, name, duration, cancellationToken).ConfigureAwait(false)
                ?? (session is null ? null : await TakeFromTheDeadAsync(account, name, duration, cancellationToken).ConfigureAwait(false));
            if (lease is not null && session is not null)
            {
                _held[lease] = session;
                session = null;
            }

            return lease;
        }
        finally
        {
            await EndAsync(session).ConfigureAwait(false);
        }
    }

    public async Task<bool> RenewAsync(AccountLease lease, TimeSpan duration, CancellationToken cancellationToken) =>
        !GetLostToken(lease).IsCancellationRequested && await store.RenewAsync(lease, duration, cancellationToken).ConfigureAwait(false);

    public async Task ReleaseAsync(AccountLease lease, CancellationToken cancellationToken)
    {
        // The session first: a death in between then leaves a row that says "proven" with nobody's session, which the next one takes at once.
        _held.TryRemove(lease, out var session);
        await EndAsync(session).ConfigureAwait(false);
        await store.ReleaseAsync(lease, cancellationToken).ConfigureAwait(false);
    }

    public Task RequestAsync(AccountId account, string job, CancellationToken cancellationToken) => store.RequestAsync(account, job, cancellationToken);

    public Task<IReadOnlyList<string>> TakeRequestsAsync(AccountId account, CancellationToken cancellationToken) => store.TakeRequestsAsync(account, cancellationToken);

    public Task CompleteRequestsAsync(AccountId account, IReadOnlyCollection<string> jobs, CancellationToken cancellationToken) =>
        store.CompleteRequestsAsync(account, jobs, cancellationToken);

    public Task<AccountLockHolder?> FindHolderAsync(AccountId account, CancellationToken cancellationToken) => store.FindHolderAsync(account, cancellationToken);

    public Task<AccountLease?> TakeOverAsync(AccountLease dead, string owner, TimeSpan duration, CancellationToken cancellationToken) =>
        store.TakeOverAsync(dead, owner, duration, cancellationToken);

    public Task<IReadOnlyList<JobRequest>> GetRequestsAsync(CancellationToken cancellationToken) => store.GetRequestsAsync(cancellationToken);

    public CancellationToken GetLostToken(AccountLease lease) => _held.TryGetValue(lease, out var session) ? session.HandleLostToken : CancellationToken.None;

    private async Task<AccountLease?> TakeFromTheDeadAsync(AccountId account, string owner, TimeSpan duration, CancellationToken cancellationToken)
    {
        var holder = await store.FindHolderAsync(account, cancellationToken).ConfigureAwait(false);
        if (holder?.Lease.Owner.StartsWith(Proven, StringComparison.Ordinal) is not true)
        {
            return null;
        }

        var lease = await store.TakeOverAsync(holder.Lease, owner, duration, cancellationToken).ConfigureAwait(false);
        if (lease is not null)
        {
            LogTakenOver(account.Value, holder.Lease.Owner);
        }

        return lease;
    }

    private async Task<IDistributedSynchronizationHandle?> HoldAsync(AccountId account, CancellationToken cancellationToken)
    {
        try
        {
            return await sessions.TryHoldAsync(account, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
        {
            // Without the proof the lease still does.
            LogNoSession(account.Value, failed);
            return null;
        }
    }

    private async Task EndAsync(IDistributedSynchronizationHandle? session)
    {
        try
        {
            if (session is not null)
            {
                await session.DisposeAsync().ConfigureAwait(false);
            }
        }
        catch (Exception failed)
        {
            // A connection that is broken has given its lock back already.
            LogSessionLost(failed);
        }
    }

    [LoggerMessage(2610, LogLevel.Warning, "Account {Account}: the run of {Owner} ended without giving the account back; its session is gone, and the account is taken over.")]
    private partial void LogTakenOver(string account, string owner);

    [LoggerMessage(2611, LogLevel.Warning, "Account {Account}: no session lock could be asked for; the store's lease alone guards this run.")]
    private partial void LogNoSession(string account, Exception exception);

    [LoggerMessage(2612, LogLevel.Warning, "The session lock of a run that ended was lost before it was given back.")]
    private partial void LogSessionLost(Exception exception);
}
