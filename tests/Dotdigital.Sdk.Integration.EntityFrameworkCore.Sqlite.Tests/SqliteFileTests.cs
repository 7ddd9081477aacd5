using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite.Storage;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.StoreContract;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite.Tests;

/// <summary>What only a file can show: several processes, kills, reopening, size.</summary>
public sealed class SqliteFileTests : ContractTests<SqliteStoreFixture>
{
    [Fact]
    public async Task BL1_TwoProcesses_RacingForALock_NeverBothHoldIt()
    {
        var other = await Fixture.OpenAsync();
        for (var round = 0; round < 20; round++)
        {
            var leases = await Task.WhenAll(Enumerable.Range(0, 4).Select(index => Task.Run(
                () => (index % 2 == 0 ? Store : other).Locks.TryAcquireAsync(Account, $"runner {index}", TimeSpan.FromMinutes(1), Cancellation),
                Cancellation)));
            var held = Assert.Single(leases, lease => lease is not null);
            Assert.Equal(round + 1, held!.Fence);
            await other.Locks.ReleaseAsync(held, Cancellation);
        }
    }

    [Fact]
    public async Task W4_PausedHolder_CannotCommitAfterAnotherProcessTookOver()
    {
        var other = await Fixture.OpenAsync();
        var paused = await Store.Locks.TryAcquireAsync(Account, "paused", TimeSpan.Zero, Cancellation);
        Assert.NotNull(await other.Locks.TryAcquireAsync(Account, "next", TimeSpan.FromMinutes(1), Cancellation));

        await using var unit = await Store.BeginAsync(paused!, Cancellation);
        await unit.Contacts.SaveAsync([Contact(1, "a@x.com")], Cancellation);

        await Assert.ThrowsAsync<AccountLeaseLostException>(() => unit.CommitAsync(Cancellation));
    }

    [Fact]
    public async Task TwoProcesses_WritingAtOnce_WaitForEachOther()
    {
        var other = await Fixture.OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 30).Select(index => Task.Run(
            async () =>
            {
                await using var unit = await (index % 2 == 0 ? Store : other).BeginAsync(Account, Cancellation);
                var id = await unit.Contacts.AllocateIdsAsync(1, Cancellation);
                await unit.Contacts.SaveAsync([Contact(id, $"p{index}@x.com")], Cancellation);
                await unit.CommitAsync(Cancellation);
            },
            Cancellation)));

        Assert.Equal(30, await ReadAsync(unit => unit.Contacts.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Writer_WhenAnotherProcessNeverStops_GivesUpAfterTheTimeout()
    {
        using var services = new ServiceCollection().AddDotdigitalSqliteStore(Fixture.ConnectionString + ";Default Timeout=1").BuildServiceProvider();
        var impatient = services.GetRequiredService<ISyncStore>();
        await using var open = await Store.BeginAsync(Account, Cancellation);
        await open.Contacts.SaveAsync([Contact(1, "a@x.com")], Cancellation);

        Assert.Equal(StoreProblem.Busy, (await Assert.ThrowsAsync<StoreUnavailableException>(() => impatient.Locks.TryAcquireAsync(Account, "o", TimeSpan.FromMinutes(1), Cancellation))).Problem);
        await open.DisposeAsync();
        Assert.NotNull(await impatient.Locks.TryAcquireAsync(Account, "o", TimeSpan.FromMinutes(1), Cancellation));
    }

    [Fact]
    public async Task KilledWriter_LeavesNothing_AndCommittedWorkIsThereAfterReopening()
    {
        await WriteAsync(unit => unit.Contacts.SaveAsync([Contact(1, "kept@x.com", 5)], Cancellation));
        await using (var killed = await Store.BeginAsync(Account, Cancellation))
        {
            await killed.Contacts.SaveAsync([.. Enumerable.Range(2, 5000).Select(id => Contact(id, $"p{id}@x.com"))], Cancellation);
            await killed.Contacts.SaveAsync([Contact(1, "changed@x.com")], Cancellation);
        }

        var reopened = await Fixture.OpenAsync();
        await using var unit = await reopened.BeginAsync(Account, Cancellation);

        Assert.Equal([Contact(1, "kept@x.com", 5)], await unit.Contacts.PageAsync(0, 10, Cancellation));
    }

    [Fact]
    public async Task FilesAsAKillLeavesThem_MidTransaction_HoldWhatWasCommittedAndNothingElse()
    {
        await WriteAsync(unit => unit.Contacts.SaveAsync([Contact(1, "kept@x.com", 5)], Cancellation));
        await using var killed = await Store.BeginAsync(Account, Cancellation);
        var log = new FileInfo(Fixture.Path + "-wal");
        var before = log.Length;
        var big = FieldValues.Create([new("NOTE", new string('x', 1000))]);
        await killed.Contacts.SaveAsync([.. Enumerable.Range(2, 20_000).Select(id => Contact(id, $"p{id}@x.com") with { Snapshot = big })], Cancellation);
        log.Refresh();
        Assert.True(log.Length > before, "The uncommitted rows should have spilled into the log, or this proves nothing.");

        await using var survivor = new SqliteStoreFixture();
        File.Copy(Fixture.Path, survivor.Path);
        File.Copy(log.FullName, survivor.Path + "-wal");
        await using var unit = await (await survivor.OpenAsync()).BeginAsync(Account, Cancellation);

        Assert.Equal([Contact(1, "kept@x.com", 5)], await unit.Contacts.PageAsync(0, 10, Cancellation));
    }

    [Fact]
    public async Task FailedWrite_InAUnit_LeavesTheStoreUsable()
    {
        await WriteAsync(unit => unit.Contacts.SaveAsync([Contact(1, "a@x.com")], Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => WriteAsync(unit => unit.Contacts.SaveAsync([Contact(2, "b@x.com"), Contact(3, "a@x.com")], Cancellation)));
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
    public async Task HundredThousandMemberships_SaveStageAndPage()
    {
        const int Total = 100_000, Page = 10_000;
        for (var start = 1; start <= Total; start += Page)
        {
            var ids = Enumerable.Range(start, Page).ToList();
            await WriteAsync(async unit =>
            {
                await unit.Contacts.SaveAsync([.. ids.Select(id => Contact(id, $"p{id}@x.com", id))], Cancellation);
                await unit.Memberships.SaveAsync([.. ids.Select(id => Member(id, $"i{id}", id % 10 == 0 ? MembershipState.Due(ExportOperation.Add) : default))], Cancellation);
                await unit.ListKeys.AddAsync(1, [.. ids.Where(id => id % 1000 != 0).Select(id => Key($"i{id}", $"p{id}@x.com"))], Cancellation);
            });
        }

        await using var reader = await Store.BeginAsync(Account, Cancellation);
        var due = 0;
        var filter = new MembershipFilter { ConnectionId = 1, State = ExportState.Due };
        for (var page = await reader.Memberships.PageAsync(filter, null, 3000, Cancellation); page.Count > 0;)
        {
            due += page.Count;
            var last = page[^1].Membership;
            page = await reader.Memberships.PageAsync(filter, new MembershipKey(last.AddressBookId, last.ContactId), 3000, Cancellation);
        }

        Assert.Equal(Total / 10, due);
        Assert.Equal(Total / 1000, (await reader.ListKeys.PageLeaversAsync(1, 0, 1000, Cancellation)).Count);
        Assert.Empty(await reader.ListKeys.PageUnmatchedAsync(1, "newsletter", null, 1000, Cancellation));
        Assert.Equal(Total, await reader.Contacts.CountAsync(Cancellation));
        Assert.Equal(Total - (Total / 1000), await reader.ListKeys.CountAsync(1, Cancellation));
    }

    [Fact]
    public void Model_HasNoChangesWithoutAMigration()
    {
        using var context = new DotdigitalDbContext(SqliteStoreProvider.CreateOptions(Fixture.ConnectionString));

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Migrate_ByManyAtOnce_LeavesOneSchema()
    {
        await using var fixture = new SqliteStoreFixture();
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(fixture.OpenAsync, Cancellation)));

        await using var unit = await stores[3].BeginAsync(Account, Cancellation);
        Assert.Equal(0, await unit.Contacts.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Migrate_AfterAKillDuringAMigration_GoesOn()
    {
        await using var fixture = new SqliteStoreFixture();
        await ExecuteAsync(fixture, """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, datetime('now'));
            """);

        var store = await fixture.OpenAsync();

        await using var unit = await store.BeginAsync(Account, Cancellation);
        Assert.Equal(0, await unit.Contacts.CountAsync(Cancellation));
    }

    [Fact]
    public async Task File_IsInWalMode_AndCommitsReachTheDisk()
    {
        await using var session = await new SqliteStoreProvider(Fixture.ConnectionString).OpenAsync(Cancellation);

        Assert.Equal(["wal"], await session.Context.Database.SqlQueryRaw<string>("PRAGMA journal_mode").ToListAsync(Cancellation));
        Assert.Equal([2], await session.Context.Database.SqlQueryRaw<int>("PRAGMA synchronous").ToListAsync(Cancellation));
    }

    private static async Task ExecuteAsync(SqliteStoreFixture fixture, string sql)
    {
        await using var connection = new SqliteConnection(fixture.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
