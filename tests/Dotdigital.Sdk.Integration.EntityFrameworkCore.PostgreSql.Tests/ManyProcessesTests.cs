using Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Storage;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tracking;
using Dotdigital.Sdk.StoreContract;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Tests;

/// <summary>What only a server can show: several processes (each a pool of its own), kills, takeovers, waits.</summary>
public sealed class ManyProcessesTests : ContractTests<PostgreSqlStoreFixture>
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task BL1_TwoProcesses_RacingForALock_NeverBothHoldIt()
    {
        var other = Fixture.Open();
        for (var round = 0; round < 20; round++)
        {
            var leases = await Task.WhenAll(Enumerable.Range(0, 4).Select(index => Task.Run(
                () => (index % 2 == 0 ? Store : other).Locks.TryAcquireAsync(Account, $"runner {index}", Minute, Cancellation), Cancellation)));
            var held = Assert.Single(leases, lease => lease is not null);
            Assert.Equal(round + 1, held!.Fence);
            await other.Locks.ReleaseAsync(held, Cancellation);
        }
    }

    [Fact]
    public async Task W4_TakeoverBetweenTheWritesAndTheCommit_IsSeenByTheCommit()
    {
        var paused = await Store.Locks.TryAcquireAsync(Account, "paused", TimeSpan.Zero, Cancellation);
        await using var unit = await Store.BeginAsync(paused!, Cancellation);
        await unit.Contacts.SaveAsync([Contact(1, "a@x.com")], Cancellation);

        // A takeover does not wait for the unit that the paused holder has open.
        Assert.NotNull(await Fixture.Open().Locks.TryAcquireAsync(Account, "next", Minute, Cancellation));

        await Assert.ThrowsAsync<AccountLeaseLostException>(() => unit.CommitAsync(Cancellation));
        Assert.Equal(0, await ReadAsync(reader => reader.Contacts.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task W4_TakeoverThatHasBegun_IsWaitedForByTheCommit()
    {
        var paused = await Store.Locks.TryAcquireAsync(Account, "paused", TimeSpan.Zero, Cancellation);
        await using var unit = await Store.BeginAsync(paused!, Cancellation);
        await unit.Contacts.SaveAsync([Contact(1, "a@x.com")], Cancellation);
        await using var takeover = await ConnectAsync();
        await ExecuteAsync(takeover, "BEGIN; UPDATE dotdigital_account_locks SET owner = 'next', fence = fence + 1");

        var commit = unit.CommitAsync(Cancellation);
        await WaitForABlockedStatementAsync();
        Assert.False(commit.IsCompleted);
        await ExecuteAsync(takeover, "COMMIT");

        await Assert.ThrowsAsync<AccountLeaseLostException>(() => commit);
        Assert.Equal(0, await ReadAsync(reader => reader.Contacts.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Renew_WhileTheHoldersOwnUnitIsOpen_DoesNotWait()
    {
        var lease = await Store.Locks.TryAcquireAsync(Account, "one", Minute, Cancellation);
        await using var unit = await Store.BeginAsync(lease!, Cancellation);
        await unit.Contacts.SaveAsync([Contact(1, "a@x.com")], Cancellation);

        Assert.True(await Store.Locks.RenewAsync(lease!, Minute, Cancellation));
        await Store.Locks.RequestAsync(Account, "cycle", Cancellation);
        await Store.Changes.AppendAsync([new(0, "Customer", string.Empty, "1")], Cancellation);
        await unit.CommitAsync(Cancellation);
    }

    [Fact]
    public async Task BL2_WritersOfAnotherAccount_DoNotWait()
    {
        await using var open = await Store.BeginAsync(Account, Cancellation);
        await open.Contacts.SaveAsync([Contact(1, "a@x.com", 5)], Cancellation);

        await WriteAsync(unit => unit.Contacts.SaveAsync([Contact(1, "a@x.com", 5)], Cancellation), OtherAccount);

        Assert.Equal(1, await ReadAsync(unit => unit.Contacts.CountAsync(Cancellation), OtherAccount));
    }

    [Fact]
    public async Task BL2_WritersWaitingForABusyAccount_LeaveConnectionsForTheOthers()
    {
        var narrow = Fixture.Open(";Maximum Pool Size=4;Timeout=5");
        await using var open = await narrow.BeginAsync(Account, Cancellation);
        await open.Contacts.SaveAsync([Contact(1, "a@x.com")], Cancellation);
        var waiting = Enumerable.Range(2, 10).Select(async id =>
        {
            await using var unit = await narrow.BeginAsync(Account, Cancellation);
            await unit.Contacts.SaveAsync([Contact(id, $"p{id}@x.com")], Cancellation);
            await unit.CommitAsync(Cancellation);
        }).ToList();

        await using (var other = await narrow.BeginAsync(OtherAccount, Cancellation))
        {
            await other.Contacts.SaveAsync([Contact(1, "a@x.com")], Cancellation);
            await other.CommitAsync(Cancellation);
        }

        Assert.DoesNotContain(waiting, task => task.IsCompleted);
        await open.CommitAsync(Cancellation);
        await Task.WhenAll(waiting);
        Assert.Equal(11, await ReadAsync(unit => unit.Contacts.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task TwoProcesses_WritingTheSameRowsInAnyOrder_NeitherDeadlockNorLoseARow()
    {
        var other = Fixture.Open();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(index => Task.Run(
            async () =>
            {
                var rows = Enumerable.Range(1, 50).Select(id => Contact(id, $"p{id}@x.com", id)).ToArray();
                Random.Shared.Shuffle(rows);
                await using var unit = await (index % 2 == 0 ? Store : other).BeginAsync(Account, Cancellation);
                await unit.Contacts.SaveAsync(rows, Cancellation);
                await unit.Memberships.SaveAsync([.. rows.Reverse().Select(row => Member(row.Id, $"i{row.Id}"))], Cancellation);
                await unit.CommitAsync(Cancellation);
            },
            Cancellation)));

        Assert.Equal(50, await ReadAsync(unit => unit.Contacts.CountAsync(Cancellation)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Writer_WhenAnotherNeverStops_GivesUpAfterTheTimeout(bool isOfThisProcess)
    {
        var impatient = Fixture.Open(";Command Timeout=1");
        await using var open = await (isOfThisProcess ? impatient : Store).BeginAsync(Account, Cancellation);
        await open.Contacts.SaveAsync([Contact(1, "a@x.com")], Cancellation);
        await using (var waiting = await impatient.BeginAsync(Account, Cancellation))
        {
            Assert.Equal(StoreProblem.Busy, (await Assert.ThrowsAsync<StoreUnavailableException>(() => waiting.Contacts.SaveAsync([Contact(2, "b@x.com")], Cancellation))).Problem);
        }

        await open.DisposeAsync();
        await using var next = await impatient.BeginAsync(Account, Cancellation);
        await next.Contacts.SaveAsync([Contact(2, "b@x.com")], Cancellation);
        await next.CommitAsync(Cancellation);
        Assert.Equal(1, await ReadAsync(unit => unit.Contacts.CountAsync(Cancellation)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WaitForATurn_IsCancelled(bool isOfThisProcess)
    {
        var other = Fixture.Open();
        await using var open = await (isOfThisProcess ? other : Store).BeginAsync(Account, Cancellation);
        await open.Contacts.SaveAsync([Contact(1, "a@x.com")], Cancellation);
        await using var waiting = await other.BeginAsync(Account, Cancellation);
        using var cancelling = new CancellationTokenSource();
        var write = waiting.Contacts.SaveAsync([Contact(2, "b@x.com")], cancelling.Token);

        await cancelling.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);
    }

    [Fact]
    public async Task KilledConnection_LeavesNothing_AndFreesTheTurn()
    {
        await WriteAsync(unit => unit.Contacts.SaveAsync([Contact(1, "kept@x.com", 5)], Cancellation));
        await using var killed = await Store.BeginAsync(Account, Cancellation);
        await killed.Contacts.SaveAsync([.. Enumerable.Range(2, 3000).Select(id => Contact(id, $"p{id}@x.com"))], Cancellation);
        await using (var connection = await ConnectAsync())
        {
            await ExecuteAsync(connection, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'idle in transaction' AND datname = current_database()");
        }

        await using var successor = await Fixture.Open().BeginAsync(Account, Cancellation);
        await successor.Contacts.SaveAsync([Contact(2, "next@x.com")], Cancellation);
        await successor.CommitAsync(Cancellation);

        await Assert.ThrowsAnyAsync<Exception>(() => killed.CommitAsync(Cancellation));
        await killed.DisposeAsync();
        Assert.Equal([Contact(1, "kept@x.com", 5), Contact(2, "next@x.com")], await ReadAsync(unit => unit.Contacts.PageAsync(0, 10, Cancellation)));
        await WriteAsync(unit => unit.Contacts.SaveAsync([Contact(3, "c@x.com")], Cancellation));
    }

    [Fact]
    public async Task BL4_AWriterThatIsPausedForGood_IsUndoneByTheServer()
    {
        await using var provider = new PostgreSqlStoreProvider(Fixture.ConnectionString);
        await using var session = await provider.OpenAsync(Cancellation);
        await session.BeginWriteAsync("account main", Cancellation);

        // No test waits a minute: that the server has the order is what is proved.
        var limit = await session.Context.Database.SqlQueryRaw<string>("SELECT current_setting('idle_in_transaction_session_timeout') AS \"Value\"").SingleAsync(Cancellation);

        Assert.Equal("1min", limit);
    }

    [Fact]
    public async Task FailedStatement_OfAUnit_MakesItsCommitFail()
    {
        await WriteAsync(unit => unit.Contacts.SaveAsync([Contact(1, "a@x.com")], Cancellation));
        await using (var unit = await Store.BeginAsync(Account, Cancellation))
        {
            await unit.Watermarks.SaveAsync(new WatermarkRecord { Step = "s", At = Noon }, Cancellation);
            await Assert.ThrowsAsync<InvalidOperationException>(() => unit.Contacts.SaveAsync([Contact(2, "b@x.com"), Contact(3, "a@x.com")], Cancellation));

            // PostgreSQL itself would answer this commit as if all were well.
            await Assert.ThrowsAsync<InvalidOperationException>(() => unit.CommitAsync(Cancellation));
        }

        Assert.Null((await ReadAsync(unit => unit.Watermarks.GetAsync("s", 0, Cancellation))).At);
        await WriteAsync(unit => unit.Contacts.SaveAsync([Contact(4, "d@x.com")], Cancellation));
        Assert.Equal([1, 4], (await ReadAsync(unit => unit.Contacts.PageAsync(0, 10, Cancellation))).Select(contact => contact.Id));
    }

    [Fact]
    public async Task CancelledWrite_LeavesNothing()
    {
        using var cancelling = new CancellationTokenSource();
        await using (var unit = await Store.BeginAsync(Account, Cancellation))
        {
            await unit.Contacts.SaveAsync([Contact(1, "a@x.com")], cancelling.Token);
            await cancelling.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => unit.Contacts.SaveAsync([Contact(2, "b@x.com")], cancelling.Token));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => unit.CommitAsync(cancelling.Token));
        }

        Assert.Equal(0, await ReadAsync(unit => unit.Contacts.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task TR3_ChangesAppendedByManyAtOnce_AreSeenInTheOrderOfTheirSequence()
    {
        var other = Fixture.Open();
        var appending = Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(
            async () =>
            {
                for (var i = 0; i < 20; i++)
                {
                    await (writer % 2 == 0 ? Store : other).Changes.AppendAsync([.. Enumerable.Range(0, 5).Select(n => new FieldChange(0, "Customer", string.Empty, $"{writer}-{i}-{n}"))], Cancellation);
                }
            },
            Cancellation)));

        // A cursor that has passed a sequence never misses one before it.
        var seen = new List<long>();
        do
        {
            var isOver = appending.IsCompleted;
            seen.AddRange((await Store.Changes.ReadAsync(seen.Count == 0 ? 0 : seen[^1], 50, Cancellation)).Select(change => change.Sequence));
            if (isOver && seen.Count is 0 or 800)
            {
                break;
            }
        }
        while (!appending.IsFaulted);

        await appending;
        Assert.Equal(800, seen.Count);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(Fixture.ConnectionString + ";Pooling=False");
        await connection.OpenAsync(Cancellation);
        return connection;
    }

    private async Task WaitForABlockedStatementAsync()
    {
        await using var connection = await ConnectAsync();
        await using var blocked = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", connection);
        while ((long)(await blocked.ExecuteScalarAsync(Cancellation))! == 0)
        {
            await Task.Delay(10, Cancellation);
        }
    }
}
