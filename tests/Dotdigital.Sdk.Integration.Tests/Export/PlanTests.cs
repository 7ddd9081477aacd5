using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Export;

/// <summary>Rule CN-4: the dry run tells before what the export does after.</summary>
public sealed class PlanTests
{
    [Fact]
    public async Task CN4_Plan_TellsUpdatesReasonsGuardAndExamples_AndCallsByTier()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(12));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        shop["000001"] = shop["000001"] with { FirstName = "Other" };
        await bench.ChangeAsync("000001", "000002");
        foreach (var row in SyncBench.Customers(12).Skip(4))
        {
            shop.Remove(row.Id);
        }

        shop.Add(new ShopRow("a", "new@example.com", new string('x', 3000)), new ShopRow("b", "ok@example.com"), new ShopRow("c", "no address"));

        var list = Assert.Single((await PlanAsync(bench, new PlanOptions { MostExamples = 2 })).Lists);

        Assert.Equal((1, 1, 1, 8, true), (list.ToAdd, list.ToUpdate, list.Unchanged, list.ToRemove, list.RemovalWaits));
        Assert.Equal(1, list.SetAside[SetAsideReason.MisfitValue]);
        Assert.Equal(1, list.SetAside[SetAsideReason.InvalidEmail]);
        Assert.Equal(2, list.Examples.Count(static example => example.Kind == ForecastKind.Remove));
        Assert.Contains(list.Examples, static example => example is { Kind: ForecastKind.Update, Email: "c1@example.com", ItemId: "000001" });
        Assert.Equal((1, null, null), (list.Imports, list.BlockedBy, list.Problem));
        Assert.Equal(3, list.CallsByTier.Values.Sum());
        Assert.Equal(12, bench.ReachableIn().Count);
        Assert.Null((await bench.ReadAsync(static unit => unit.Connections.GetAllAsync(SyncBench.Cancel)))[0].PendingRemoval);
    }

    [Fact]
    public async Task CN4_Plan_TellsThatAnUnsettledImportBlocks()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        bench.Remote.Behaviour = bench.Remote.Behaviour with { ImportDelay = TimeSpan.FromMinutes(30) };
        await SyncBench.SucceedAsync(bench.CycleAsync());
        shop.Add(SyncBench.Customers(5));

        var list = Assert.Single((await PlanAsync(bench)).Lists);

        Assert.Equal(2, list.ToAdd);
        Assert.NotNull(list.BlockedBy);
    }

    [Fact]
    public async Task CN4_Plan_ForABookNotYetConnected_StoresNothing()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(5));
        await using var bench = await SyncBench.StartAsync([shop.AsList("customers", "unused") with { Account = null, AddressBook = null }]);
        var book = bench.Remote.CreateAddressBook("Existing");
        bench.Remote.AddContact("c1@example.com", [book], new Dictionary<string, string?>
        {
            ["FIRSTNAME"] = "First1", ["TOWN"] = "Town1", ["POINTS"] = "1", ["VIP"] = "false", ["BIRTHDAY"] = "1980-01-02",
        });
        bench.Remote.AddContact("c2@example.com");
        bench.Remote.Suppress("c2@example.com");
        await SyncBench.SucceedAsync(bench.CycleAsync());

        var existing = Assert.Single((await PlanAsync(bench, new PlanOptions { ListName = "customers", AddressBook = AddressBookChoice.Existing(book) })).Lists);
        var fresh = Assert.Single((await PlanAsync(bench, new PlanOptions { ListName = "customers", AddressBook = AddressBookChoice.New("Fresh") })).Lists);

        Assert.Equal((3, 1, 1), (existing.ToAdd, existing.Unchanged, existing.OptedOut));
        Assert.Equal((4, 0, 1), (fresh.ToAdd, fresh.Unchanged, fresh.OptedOut));
        Assert.Empty(await bench.ReadAsync(static unit => unit.Connections.GetAllAsync(SyncBench.Cancel)));
        Assert.Equal(0, await bench.ReadAsync(static unit => unit.ListKeys.CountAsync(int.MaxValue, SyncBench.Cancel)));
        Assert.DoesNotContain(bench.Remote.AddressBooks, static remote => remote.Name == "Fresh");
    }

    private static Task<ExportForecast> PlanAsync(SyncBench bench, PlanOptions? options = null) =>
        bench.Services.GetRequiredService<IExportOrchestrator>().PlanExportAsync(SyncBench.Id, options, SyncBench.Cancel);
}
