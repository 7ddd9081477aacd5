using System.Globalization;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Storage;

/// <summary>A disk that fills up in the middle of a read of contacts.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"full-{Guid.NewGuid():N}.db");

    [Fact]
    public async Task W1_W2_AFullDiskInAReadOfContacts_IsATypedError_MovesNoWatermark_AndTheReadGoesOnWithSpace()
    {
        var shop = new Shop();
        var handler = new RecordingHandler();
        await using var bench = await SyncBench.StartAsync(shop, extend: builder =>
        {
            builder.UseSqliteStore($"Data Source={_file}");
            handler.AddTo(builder);
        });
        bench.Remote.CreateAddressBook("Customers");
        await SyncBench.SucceedAsync(bench.CycleAsync());
        var mark = await bench.WatermarkAsync(StepNames.ImportContacts);
        bench.Remote.AddContacts("late{0}@example.com", 1, 3_000, [bench.Book()]);
        bench.Wait(30);
        await LimitAsync(pagesLeft: 20);

        var failed = await bench.CycleAsync();

        Assert.Contains(failed.Failures, static step => step is { Step: StepNames.ImportContacts, Exception: StoreUnavailableException { Problem: StoreProblem.Full } });
        Assert.All(failed.Failures, static step => Assert.IsType<StoreUnavailableException>(step.Exception));
        Assert.Equal(mark.At, (await bench.WatermarkAsync(StepNames.ImportContacts)).At);
        Assert.Empty(handler.Accepted.OfType<AccountRefused>());

        SqliteConnection.ClearAllPools();
        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.Equal(3_000, await bench.ReadAsync(static unit => unit.Contacts.CountAsync(SyncBench.Cancel)));
        Assert.True((await bench.WatermarkAsync(StepNames.ImportContacts)).At > mark.At);
        Assert.Empty(bench.Remote.Violations);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in new[] { _file, _file + "-wal", _file + "-shm" })
        {
            File.Delete(file);
        }
    }

    /// <summary>Lets the file grow by so many pages only, for the pool's one connection.</summary>
    private async Task LimitAsync(int pagesLeft)
    {
        SqliteConnection.ClearAllPools();
        await using var connection = new SqliteConnection($"Data Source={_file}");
        await connection.OpenAsync(SyncBench.Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA page_count";
        var pages = (long)(await command.ExecuteScalarAsync(SyncBench.Cancel))!;
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages + pagesLeft}");
        await command.ExecuteNonQueryAsync(SyncBench.Cancel);
    }
}
