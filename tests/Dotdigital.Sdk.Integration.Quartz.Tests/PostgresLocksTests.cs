using Dotdigital.Sdk.Integration.Quartz.Locks;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xunit;

namespace Dotdigital.Sdk.Integration.Quartz.Tests;

/// <summary>Rules BL-4 and W-4 with PostgreSQL's sessions as proof of life.</summary>
public sealed class PostgresLocksTests
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    [Fact]
    public async Task BL4_HolderWhoseSessionIsGone_IsTakenOverFromAtOnce_IsTold_AndCannotCommit()
    {
        await using var bench = await ClusterBench.StartAsync(0);
        PostgresAccountLocks one = Locks(bench, "one"), two = Locks(bench, "two");
        var lease = await one.TryAcquireAsync(ClusterBench.Account, "one", Long, ClusterBench.Cancel);
        Assert.Null(await two.TryAcquireAsync(ClusterBench.Account, "two", Long, ClusterBench.Cancel));
        var told = one.GetLostToken(lease!);
        Assert.False(told.IsCancellationRequested);

        await CutOffAsync(bench, "one");

        await bench.UntilAsync("the holder knows", () => told.IsCancellationRequested);
        var next = await two.TryAcquireAsync(ClusterBench.Account, "two", Long, ClusterBench.Cancel);
        Assert.Equal(lease!.Fence + 1, next!.Fence);
        Assert.False(await one.RenewAsync(lease, Long, ClusterBench.Cancel));
        await using (var unit = await bench.Store.BeginAsync(lease, ClusterBench.Cancel))
        {
            await Assert.ThrowsAsync<AccountLeaseLostException>(() => unit.CommitAsync(ClusterBench.Cancel));
        }

        await one.ReleaseAsync(lease, ClusterBench.Cancel);
        Assert.True(await two.RenewAsync(next, Long, ClusterBench.Cancel));
    }

    [Fact]
    public async Task BL4_SessionThatOutlivesItsLease_KeepsNobodyOut()
    {
        await using var bench = await ClusterBench.StartAsync(0);
        PostgresAccountLocks paused = Locks(bench, "one"), other = Locks(bench, "two");
        await paused.TryAcquireAsync(ClusterBench.Account, "paused", TimeSpan.Zero, ClusterBench.Cancel);

        var next = await other.TryAcquireAsync(ClusterBench.Account, "next", Long, ClusterBench.Cancel);

        Assert.Equal("next", next!.Owner);
        await other.ReleaseAsync(next, ClusterBench.Cancel);
    }

    [Fact]
    public async Task BL1_HolderWithoutASession_IsWaitedForByItsLease()
    {
        await using var bench = await ClusterBench.StartAsync(0);
        Assert.NotNull(await bench.Store.Locks.TryAcquireAsync(ClusterBench.Account, "no session", Long, ClusterBench.Cancel));

        Assert.Null(await Locks(bench, "one").TryAcquireAsync(ClusterBench.Account, "next", Long, ClusterBench.Cancel));
    }

    private static PostgresAccountLocks Locks(ClusterBench bench, string name) =>
        new(bench.Store.Locks, new PostgresSessions($"{bench.StoreConnection};Application Name={name}"), NullLogger<PostgresAccountLocks>.Instance);

    private static async Task CutOffAsync(ClusterBench bench, string name)
    {
        await using var connection = new NpgsqlConnection(bench.StoreConnection + ";Pooling=False");
        await connection.OpenAsync(ClusterBench.Cancel);
        await using var command = new NpgsqlCommand("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = $1", connection) { Parameters = { new() { Value = name } } };
        Assert.NotEqual(0L, await command.ExecuteScalarAsync(ClusterBench.Cancel));
    }
}
