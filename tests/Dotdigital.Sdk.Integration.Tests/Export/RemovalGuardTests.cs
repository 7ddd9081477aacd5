using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Export;

/// <summary>Rule CN-5: a failing source never looks like everyone left.</summary>
public sealed class RemovalGuardTests
{
    [Fact]
    public async Task CN5_EmptyListWithoutAnError_RemovesNobody_UntilAPersonConfirms()
    {
        var (shop, log, bench) = await SettledAsync(20);
        await using var __ = bench;
        var rows = shop.Rows.ToList();
        rows.ForEach(row => shop.Remove(row.Id));

        await SyncBench.SucceedAsync(bench.CycleAsync());
        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());
        await bench.RestartAsync();
        await SyncBench.SucceedAsync(bench.CycleAsync());

        Assert.Equal(20, bench.ReachableIn().Count);
        var told = Assert.Single(log.Of<RemovalNeedsConfirmation>());
        Assert.Equal(("customers", 20, 20), (told.ListName, told.Leavers, told.Members));
        Assert.Equal((20, 20), ((await StatusAsync(bench))!.PendingRemoval!.Leavers, (await StatusAsync(bench))!.PendingRemoval!.Members));
        await Service(bench).ConfirmRemovalAsync(SyncBench.Id, "customers", told.Leavers, SyncBench.Cancel);
        await bench.RunUntilQuietAsync();
        Assert.Empty(bench.ReachableIn());
        Assert.Null((await StatusAsync(bench))!.PendingRemoval);
        await Assert.ThrowsAsync<MarketingListException>(() => Service(bench).ConfirmRemovalAsync(SyncBench.Id, "customers", 20, SyncBench.Cancel));
    }

    [Fact]
    public async Task CN5_ConfirmationOfFewerThanLeftByThen_WaitsAgain_AndIsToldAgain()
    {
        var (shop, log, bench) = await SettledAsync(20);
        await using var __ = bench;
        Leave(shop, 1, 12);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        await Service(bench).ConfirmRemovalAsync(SyncBench.Id, "customers", 12, SyncBench.Cancel);
        Leave(shop, 13, 2);

        await bench.RunUntilQuietAsync();

        Assert.Equal(20, bench.ReachableIn().Count);
        Assert.Equal([12, 14], log.Of<RemovalNeedsConfirmation>().Select(static told => told.Leavers));
        await Service(bench).ConfirmRemovalAsync(SyncBench.Id, "customers", 14, SyncBench.Cancel);
        await bench.RunUntilQuietAsync();
        Assert.Equal(6, bench.ReachableIn().Count);
    }

    [Fact]
    public async Task CN5_MembersWhoAreBack_DismissTheRemoval_AndItsConfirmation()
    {
        var (shop, log, bench) = await SettledAsync(20);
        await using var __ = bench;
        Leave(shop, 1, 12);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        await Service(bench).ConfirmRemovalAsync(SyncBench.Id, "customers", 12, SyncBench.Cancel);
        shop.Add(SyncBench.Customers(10));

        await bench.RunUntilQuietAsync();

        Assert.Equal(18, bench.ReachableIn().Count);
        Assert.Null((await StatusAsync(bench))!.PendingRemoval);
        Leave(shop, 1, 10);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.Equal(18, bench.ReachableIn().Count);
        Assert.Equal(2, log.Of<RemovalNeedsConfirmation>().Count());
    }

    [Fact]
    public async Task CN5_WhileItWaits_AddsUpdatesAndOptOutsGoOn()
    {
        var (shop, _, bench) = await SettledAsync(20);
        await using var __ = bench;
        Leave(shop, 1, 15);
        shop["000016"] = shop["000016"] with { FirstName = "New" };
        await bench.ChangeAsync("000016");
        shop.Add(SyncBench.Customers(21).Last());
        shop["000017"] = shop["000017"] with { IsOptedOut = true };

        await bench.RunUntilQuietAsync();

        Assert.Equal("New", bench.Remote.Contact("c16@example.com")!.DataFields["FIRSTNAME"]);
        Assert.Contains("c21@example.com", bench.ReachableIn());
        Assert.DoesNotContain("c17@example.com", bench.ReachableIn());
        Assert.Contains("c1@example.com", bench.ReachableIn());
    }

    [Fact]
    public async Task CN5_ManySmallRemovalsWithinADay_CountAsOne()
    {
        var (shop, log, bench) = await SettledAsync(20);
        await using var __ = bench;
        Leave(shop, 1, 8);
        await bench.RunUntilQuietAsync();
        Assert.Equal(12, bench.ReachableIn().Count);
        Leave(shop, 9, 3);

        await bench.RunUntilQuietAsync();

        Assert.Equal(12, bench.ReachableIn().Count);
        Assert.Single(log.Of<RemovalNeedsConfirmation>());
        bench.Wait(24 * 60);
        await bench.RunUntilQuietAsync();
        Assert.Equal(9, bench.ReachableIn().Count);
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public async Task CN5_Thresholds_AreOptions_AndAnEmptyingOfMoreThanTenWaitsAtAnyPercentage(int members, bool waits)
    {
        var (shop, log, bench) = await SettledAsync(members, static options => options.RemovalGuardPercent = 100);
        await using var __ = bench;
        Leave(shop, 1, members);

        await bench.RunUntilQuietAsync();

        Assert.Equal(waits ? 1 : 0, log.Of<RemovalNeedsConfirmation>().Count());
        Assert.Equal(waits ? members : 0, bench.ReachableIn().Count);
    }

    [Fact]
    public async Task CN1_LeaversAreLeft_WhenTheConnectionSaysSo_AndComeBackAsTheyWere()
    {
        var (shop, log, bench) = await SettledAsync(20);
        await using var __ = bench;
        await Service(bench).UpdateAsync(SyncBench.Id, "customers", new ConnectionSettings { LeaverAction = LeaverAction.LeaveInAddressBook }, SyncBench.Cancel);
        var row = shop["000001"];
        await bench.ChangeAsync("000001");
        Leave(shop, 1, 20);

        await bench.RunUntilQuietAsync();

        Assert.Equal(20, bench.ReachableIn().Count);
        Assert.Empty(log.Of<RemovalNeedsConfirmation>());
        Assert.Equal(MembershipState.Clean, (await bench.MembershipAsync("c1@example.com"))!.State);
        shop.Add(row with { FirstName = "Back" });
        await bench.ChangeAsync("000001");
        await bench.RunUntilQuietAsync();
        Assert.Equal("Back", bench.Remote.Contact("c1@example.com")!.DataFields["FIRSTNAME"]);
    }

    private static void Leave(Shop shop, int first, int count)
    {
        foreach (var row in SyncBench.Customers(first + count - 1).Skip(first - 1))
        {
            shop.Remove(row.Id);
        }
    }

    private static IConnectionService Service(SyncBench bench) => bench.Services.GetRequiredService<IConnectionService>();

    private static Task<MarketingListStatus?> StatusAsync(SyncBench bench) =>
        bench.Services.GetRequiredService<IMarketingListStatusReader>().GetListStatusAsync(SyncBench.Id, "customers", SyncBench.Cancel);

    private static async Task<(Shop Shop, EventLog Log, SyncBench Bench)> SettledAsync(int customers, Action<DotdigitalIntegrationOptions>? configure = null)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(customers));
        var log = new EventLog();
        var bench = await SyncBench.StartAsync(shop, configure, log.Register);
        await bench.SettleAsync();
        Assert.Equal(customers, bench.ReachableIn().Count);
        return (shop, log, bench);
    }
}
