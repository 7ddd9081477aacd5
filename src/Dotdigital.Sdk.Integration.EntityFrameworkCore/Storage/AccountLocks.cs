using System.Runtime.CompilerServices;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage;

/// <summary>The account locks: one row an account, whose fence only rises; instants are the database's own (rule W-4).</summary>
internal sealed class AccountLocks(IStoreProvider provider) : IAccountLocks
{
    /// <summary>What a request's job begins with while somebody runs it: beside it the same job can be asked for again.</summary>
    private const string Taken = "taken/";

    private const int Attempts = 3;

    public async Task<AccountLease?> TryAcquireAsync(AccountId account, string owner, TimeSpan duration, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(owner);
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        var fences = await RunAsync<long>(
            $$"""
            INSERT INTO dotdigital_account_locks (account_id, owner, fence, lapses_at) VALUES ({0}, {1}, 1, {{provider.NowMilliseconds}} + {2})
            ON CONFLICT (account_id) DO UPDATE SET owner = excluded.owner, fence = dotdigital_account_locks.fence + 1, lapses_at = excluded.lapses_at
            WHERE dotdigital_account_locks.owner IS NULL OR dotdigital_account_locks.lapses_at <= {{provider.NowMilliseconds}}
            RETURNING fence AS "Value"
            """,
            cancellationToken,
            account.Value,
            owner,
            (long)duration.TotalMilliseconds).ConfigureAwait(false);
        return fences is [var fence] ? new AccountLease(account, owner, fence) : null;
    }

    public async Task<bool> RenewAsync(AccountLease lease, TimeSpan duration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        var fences = await RunAsync<long>(
            $$"""
            UPDATE dotdigital_account_locks SET lapses_at = {{provider.NowMilliseconds}} + {3}
            WHERE account_id = {0} AND owner = {1} AND fence = {2}
            RETURNING fence AS "Value"
            """,
            cancellationToken,
            lease.Account.Value,
            lease.Owner,
            lease.Fence,
            (long)duration.TotalMilliseconds).ConfigureAwait(false);
        return fences.Count == 1;
    }

    public Task ReleaseAsync(AccountLease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return RunAsync<long>(
            """
            UPDATE dotdigital_account_locks SET owner = NULL
            WHERE account_id = {0} AND owner = {1} AND fence = {2}
            RETURNING fence AS "Value"
            """,
            cancellationToken,
            lease.Account.Value,
            lease.Owner,
            lease.Fence);
    }

    public Task RequestAsync(AccountId account, string job, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(job);
        return RunAsync<string>(
            """INSERT INTO dotdigital_job_requests (account_id, job) VALUES ({0}, {1}) ON CONFLICT DO NOTHING RETURNING job AS "Value" """,
            cancellationToken,
            account.Value,
            job);
    }

    public async Task<IReadOnlyList<string>> TakeRequestsAsync(AccountId account, CancellationToken cancellationToken)
    {
        // Idle accounts ask often: no write transaction unless there is something to take.
        if (!await HasRequestsAsync(account, cancellationToken).ConfigureAwait(false))
        {
            return [];
        }

        var session = await provider.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = session.ConfigureAwait(false);
        await session.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await session.Context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO dotdigital_job_requests (account_id, job)
            SELECT account_id, {Taken} || job FROM dotdigital_job_requests WHERE account_id = {account.Value} AND job NOT LIKE {Taken + "%"}
            ON CONFLICT DO NOTHING
            """,
            cancellationToken).ConfigureAwait(false);
        await session.Context.JobRequests.Where(row => row.AccountId == account.Value && !row.Job.StartsWith(Taken)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        var taken = await session.Context.JobRequests.Where(row => row.AccountId == account.Value).Select(static row => row.Job).ToListAsync(cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return [.. taken.Select(JobOf).Order(StringComparer.Ordinal)];
    }

    public async Task CompleteRequestsAsync(AccountId account, IReadOnlyCollection<string> jobs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        List<string> taken = [.. jobs.Select(static job => Taken + job)];
        var session = await provider.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = session.ConfigureAwait(false);
        await session.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await session.Context.JobRequests.Where(row => row.AccountId == account.Value && taken.Contains(row.Job)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<AccountLockHolder?> FindHolderAsync(AccountId account, CancellationToken cancellationToken)
    {
        var session = await provider.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = session.ConfigureAwait(false);
        var row = await session.Context.AccountLocks.SingleOrDefaultAsync(row => row.AccountId == account.Value, cancellationToken).ConfigureAwait(false);
        if (row?.Owner is not { } owner)
        {
            return null;
        }

        var now = "SELECT " + provider.NowMilliseconds + " AS \"Value\"";
        var instant = await session.Context.Database.SqlQueryRaw<long>(now).SingleAsync(cancellationToken).ConfigureAwait(false);
        return new AccountLockHolder(new AccountLease(account, owner, row.Fence), DateTimeOffset.FromUnixTimeMilliseconds(row.LapsesAt)) { HasLapsed = row.LapsesAt <= instant };
    }

    public async Task<AccountLease?> TakeOverAsync(AccountLease dead, string owner, TimeSpan duration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dead);
        ArgumentException.ThrowIfNullOrEmpty(owner);
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        var fences = await RunAsync<long>(
            $$"""
            UPDATE dotdigital_account_locks SET owner = {3}, fence = fence + 1, lapses_at = {{provider.NowMilliseconds}} + {4}
            WHERE account_id = {0} AND owner = {1} AND fence = {2}
            RETURNING fence AS "Value"
            """,
            cancellationToken,
            dead.Account.Value,
            dead.Owner,
            dead.Fence,
            owner,
            (long)duration.TotalMilliseconds).ConfigureAwait(false);
        return fences is [var fence] ? new AccountLease(dead.Account, owner, fence) : null;
    }

    public async Task<IReadOnlyList<JobRequest>> GetRequestsAsync(CancellationToken cancellationToken)
    {
        var session = await provider.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = session.ConfigureAwait(false);
        var rows = await session.Context.JobRequests
            .FromSql(FormattableStringFactory.Create(
                $"""
                SELECT requests.account_id, requests.job FROM dotdigital_job_requests requests
                LEFT JOIN dotdigital_account_locks locks ON locks.account_id = requests.account_id
                WHERE locks.owner IS NULL OR locks.lapses_at <= {provider.NowMilliseconds}
                """))
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return
        [
            .. rows.Select(static row => new JobRequest(new AccountId(row.AccountId), JobOf(row.Job)))
                .Distinct()
                .OrderBy(static request => request.Account.Value, StringComparer.Ordinal)
                .ThenBy(static request => request.Job, StringComparer.Ordinal),
        ];
    }

    private static string JobOf(string stored) => stored.StartsWith(Taken, StringComparison.Ordinal) ? stored[Taken.Length..] : stored;

    private async Task<bool> HasRequestsAsync(AccountId account, CancellationToken cancellationToken)
    {
        var session = await provider.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = session.ConfigureAwait(false);
        return await session.Context.JobRequests.AnyAsync(row => row.AccountId == account.Value, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs one statement as a unit of its own. One that was undone for a conflict stored nothing, and is simply said again.</summary>
    private async Task<List<T>> RunAsync<T>(string sql, CancellationToken cancellationToken, params object[] arguments)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RunOnceAsync<T>(sql, cancellationToken, arguments).ConfigureAwait(false);
            }
            catch (StoreUnavailableException conflict) when (conflict.Problem == StoreProblem.Conflict && attempt < Attempts)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    private async Task<List<T>> RunOnceAsync<T>(string sql, CancellationToken cancellationToken, object[] arguments)
    {
        var session = await provider.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = session.ConfigureAwait(false);
        await session.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        var result = await session.Context.Database
            .SqlQuery<T>(FormattableStringFactory.Create(sql, arguments))
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return result;
    }
}
