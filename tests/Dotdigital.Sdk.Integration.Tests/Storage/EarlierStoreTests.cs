using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Storage;

/// <summary>
/// A store that an earlier version wrote opens in this one. The files are kept in the SQLite tests' Data folder, one a released version. Set
/// <c>DOTDIGITAL_WRITE_STORE_SAMPLE</c> to a path to have <see cref="Sample_HasARowInEveryTable_AndIsWrittenWhereAsked"/> write a new one.
/// </summary>
public sealed class EarlierStoreTests
{
    private const string Switch = "DOTDIGITAL_WRITE_STORE_SAMPLE";

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder(), "store-*.db").Select(static file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task EarlierStore_Opens_AndEveryRecordReadsBack(string file)
    {
        await using var bench = await SyncBench.StartAsync(ShopOf20());
        await RestoreAsync(bench, file);

        foreach (var (what, written, read) in await SampleRecords.ReadAsync(bench.Store, SyncBench.Cancel))
        {
            Assert.True(Equals(written, read), $"{what}: {written} was written, {read} is read.");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task EarlierStore_OfAnAccountInStep_SendsNothing_AndTellsNothingAgain(string file)
    {
        var handler = new RecordingHandler();
        var shop = ShopOf20();
        await using var bench = await SyncBench.StartAsync(shop, extend: handler.AddTo);
        await FillAsync(bench);
        handler.Accepted.Clear();
        shop.OptOuts.Clear();
        await RestoreAsync(bench, file);
        var imports = bench.Remote.Imports.Count;

        var report = await bench.CycleAsync();

        await SyncBench.SucceedAsync(Task.FromResult(report));
        Assert.Empty(report.Steps.Where(static step => step.Sent + step.Removed > 0).Select(static step => $"{step.Step} sent {step.Sent}, removed {step.Removed}"));
        Assert.Equal(imports, bench.Remote.Imports.Count);
        Assert.Empty(handler.Accepted);
        Assert.Empty(shop.OptOuts);
        Assert.Empty(bench.Remote.Violations);
        shop["000001"] = shop["000001"] with { Town = "Elsewhere" };
        await bench.ChangeAsync("000001");
        await bench.RunUntilQuietAsync();
        Assert.Equal("Elsewhere", bench.Remote.Contact("c1@example.com")!.DataFields["TOWN"]?.ToString());
    }

    [Fact]
    public async Task Sample_HasARowInEveryTable_AndIsWrittenWhereAsked()
    {
        await using var bench = await SyncBench.StartAsync(ShopOf20());
        await FillAsync(bench);
        await SampleRecords.WriteAsync(bench.Store, SyncBench.Cancel);

        Assert.Empty(await EmptyTablesAsync(bench));
        foreach (var (what, written, read) in await SampleRecords.ReadAsync(bench.Store, SyncBench.Cancel))
        {
            Assert.True(Equals(written, read), $"{what}: {written} was written, {read} is read.");
        }

        if (Environment.GetEnvironmentVariable(Switch) is { Length: > 0 } path)
        {
            await bench.Store.Locks.RequestAsync(SampleRecords.Account, JobNames.Cycle, SyncBench.Cancel);
            File.Delete(path);
            await ExecuteAsync(bench, $"VACUUM INTO '{path}'");
        }
    }

    /// <summary>An account in step, with people who left, opted out, cannot be used, and took part in a campaign.</summary>
    private static async Task FillAsync(SyncBench bench)
    {
        await bench.SettleAsync();
        var campaign = bench.Remote.CreateCampaign("Spring sale");
        bench.Remote.SendCampaign(campaign, bench.Book());
        bench.Remote.Open(campaign, "c2@example.com");
        bench.Remote.Unsubscribe("c3@example.com", bench.Book());
        bench.Remote.Suppress("c4@example.com");
        bench.Wait(90);
        await bench.RunUntilQuietAsync();
    }

    private static Shop ShopOf20()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(20));
        shop.Add(new ShopRow("no-email", null));
        return shop;
    }

    /// <summary>Puts an earlier version's store in the place of the bench's, and starts anew, as a host does after an upgrade.</summary>
    private static async Task RestoreAsync(SyncBench bench, string file)
    {
        var copy = Path.Combine(Path.GetTempPath(), $"earlier-{Guid.NewGuid():N}.db");
        File.Copy(Path.Combine(Folder(), file), copy);
        try
        {
            await using var from = new SqliteConnection($"Data Source={copy};Pooling=False");
            await using var into = new SqliteConnection(bench.ConnectionString);
            await from.OpenAsync(SyncBench.Cancel);
            await into.OpenAsync(SyncBench.Cancel);
            from.BackupDatabase(into);
        }
        finally
        {
            File.Delete(copy);
        }

        await bench.RestartAsync();
    }

    private static async Task<IReadOnlyList<string>> EmptyTablesAsync(SyncBench bench)
    {
        var filled = (await StoredText.ReadAsync(bench)).Select(static value => value.Place.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        await using var connection = bench.Connect();
        await connection.OpenAsync(SyncBench.Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = StoreUnderTest.TablesQuery;
        await using var reader = await command.ExecuteReaderAsync(SyncBench.Cancel);
        var empty = new List<string>();
        while (await reader.ReadAsync(SyncBench.Cancel))
        {
            if (!filled.Contains(reader.GetString(0)))
            {
                empty.Add(reader.GetString(0));
            }
        }

        return empty;
    }

    private static async Task ExecuteAsync(SyncBench bench, string statement)
    {
        await using var connection = bench.Connect();
        await connection.OpenAsync(SyncBench.Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync(SyncBench.Cancel);
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dotdigital.Sdk.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "tests", "Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite.Tests", "Data");
    }
}
