using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.StoreContract;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite.Tests;

/// <summary>A disk that is full, a file that is damaged or not there: typed errors that name the file, and no half unit.</summary>
public sealed class SqliteOutageTests : ContractTests<SqliteStoreFixture>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task W1_AFullDisk_InTheMiddleOfAPage_IsATypedError_NothingOfThePageIsStored_AndItGoesOnWithSpace(bool swallowed)
    {
        await WriteAsync(unit => unit.Watermarks.SaveAsync(new WatermarkRecord { Step = "s", At = Noon }, Cancellation));
        await LimitAsync(pagesLeft: 40);
        await using (var unit = await Store.BeginAsync(Account, Cancellation))
        {
            await unit.Watermarks.SaveAsync(new WatermarkRecord { Step = "s", At = Noon.AddHours(1) }, Cancellation);

            var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => SaveMembersAsync(unit, 20_000));

            Assert.Equal(StoreProblem.Full, error.Problem);
            Assert.Contains(Fixture.Path, error.Message, StringComparison.Ordinal);
            Assert.Contains("space", error.Message, StringComparison.Ordinal);
            if (swallowed)
            {
                // Whoever goes on all the same stores nothing, not even what there would be room for.
                await Assert.ThrowsAnyAsync<Exception>(() => SaveMembersAsync(unit, 1));
                await Assert.ThrowsAsync<InvalidOperationException>(() => unit.CommitAsync(Cancellation));
            }
        }

        SqliteConnection.ClearAllPools();
        Assert.Equal(Noon, (await ReadAsync(unit => unit.Watermarks.GetAsync("s", 0, Cancellation))).At);
        Assert.Equal(0, await ReadAsync(unit => unit.Contacts.CountAsync(Cancellation)));
        await WriteAsync(unit => SaveMembersAsync(unit, 20_000));
        Assert.Equal(20_000, await ReadAsync(unit => unit.Contacts.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task AFileThatIsNoDatabase_IsATypedError_ThatSaysToRestoreIt()
    {
        await using var broken = new SqliteStoreFixture();
        await File.WriteAllBytesAsync(broken.Path, [.. Enumerable.Repeat((byte)'x', 8192)], Cancellation);

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => Open(broken.ConnectionString).BeginAsync(Account, Cancellation));

        Assert.Equal(StoreProblem.Damaged, error.Problem);
        Assert.Contains("restore the last backup", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APageOfTheFileThatIsOverwritten_IsATypedError_ForReadersAndWriters()
    {
        await WriteAsync(unit => SaveMembersAsync(unit, 5_000));
        await using (var checkpoint = new SqliteConnection(Fixture.ConnectionString))
        {
            await checkpoint.OpenAsync(Cancellation);
            await using var command = checkpoint.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        SqliteConnection.ClearAllPools();
        await using (var file = File.OpenWrite(Fixture.Path))
        {
            // All but the schema and the empty tables before the rows.
            file.Seek(file.Length / 2, SeekOrigin.Begin);
            await file.WriteAsync(new byte[file.Length / 2], Cancellation);
        }

        var store = Open(Fixture.ConnectionString);
        await using (var unit = await store.BeginAsync(Account, Cancellation))
        {
            Assert.Equal(StoreProblem.Damaged, (await Assert.ThrowsAsync<StoreUnavailableException>(() => unit.Contacts.CountAsync(Cancellation))).Problem);
        }

        await using (var unit = await store.BeginAsync(Account, Cancellation))
        {
            Assert.Equal(StoreProblem.Damaged, (await Assert.ThrowsAsync<StoreUnavailableException>(() => SaveMembersAsync(unit, 5_000))).Problem);
        }
    }

    [Fact]
    public async Task AFolderThatIsNotThere_IsATypedError_ThatNamesTheFile()
    {
        var file = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Fixture.Path)!, "none", "store.db");

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => Open($"Data Source={file}").Locks.GetRequestsAsync(Cancellation));

        Assert.Equal(StoreProblem.Unreachable, error.Problem);
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }

    private static ISyncStore Open(string connectionString) =>
        new ServiceCollection().AddDotdigitalSqliteStore(connectionString).BuildServiceProvider().GetRequiredService<ISyncStore>();

    private static async Task SaveMembersAsync(IUnitOfWork unit, int count)
    {
        await unit.Contacts.SaveAsync([.. Enumerable.Range(1, count).Select(static id => Contact(id, $"p{id}@x.com", id))], Cancellation);
        await unit.Memberships.SaveAsync([.. Enumerable.Range(1, count).Select(static id => Member(id, $"i{id}"))], Cancellation);
    }

    /// <summary>Lets the file grow by so many pages only, for the pool's one connection: SQLite then says what it says of a full disk.</summary>
    private async Task LimitAsync(int pagesLeft)
    {
        SqliteConnection.ClearAllPools();
        await using var connection = new SqliteConnection(Fixture.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA page_count";
        var pages = (long)(await command.ExecuteScalarAsync(Cancellation))!;
        command.CommandText = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages + pagesLeft}");
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
