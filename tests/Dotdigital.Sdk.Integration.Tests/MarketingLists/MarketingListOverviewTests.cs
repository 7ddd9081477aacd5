using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.MarketingLists;

/// <summary>Where all lists stand (rule ST-5).</summary>
public sealed class MarketingListOverviewTests
{
    [Fact]
    public async Task ST5_AListsStanding_FollowsItFromTheFirstSyncToItsPause()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(20));
        await using var bench = await SyncBench.StartAsync(shop);
        var connections = bench.Services.GetRequiredService<IConnectionService>();
        var standings = new List<MarketingListStanding> { (await FindAsync(bench)).Standing };

        await SyncBench.SucceedAsync(bench.CycleAsync());
        standings.Add((await FindAsync(bench)).Standing);
        await bench.WaitAndAskAsync();
        await SyncBench.SucceedAsync(bench.CycleAsync());
        standings.Add((await FindAsync(bench)).Standing);
        await bench.ChangeAsync("000001");
        standings.Add((await FindAsync(bench)).Standing);
        await bench.RunUntilQuietAsync();
        foreach (var row in shop.Rows.ToList())
        {
            shop.Remove(row.Id);
        }

        await bench.CycleAsync();
        standings.Add((await FindAsync(bench)).Standing);
        await connections.DisableAsync(SyncBench.Id, "customers", SyncBench.Cancel);
        standings.Add((await FindAsync(bench)).Standing);
        bench.Remote.CreateAddressBook("Another");
        bench.Remote.DeleteAddressBook(bench.Book());
        await bench.CycleAsync();
        standings.Add((await FindAsync(bench)).Standing);
        await connections.DisconnectAsync(SyncBench.Id, "customers", MembersOnDisconnect.Leave, SyncBench.Cancel);
        standings.Add((await FindAsync(bench)).Standing);

        Assert.Equal(
            [
                MarketingListStanding.NotConnected, MarketingListStanding.Exporting, MarketingListStanding.InStep, MarketingListStanding.ChangesWaiting, MarketingListStanding.RemovalWaits,
                MarketingListStanding.Paused, MarketingListStanding.AddressBookGone, MarketingListStanding.NotConnected,
            ],
            standings);
    }

    [Fact]
    public async Task AllLists_AreToldByName_WithTheCountsOfBothSides()
    {
        var one = new Shop();
        one.Add(SyncBench.Customers(5));
        var two = new Shop();
        two.Add(SyncBench.Customers(3));
        two["000001"] = two["000001"] with { FirstName = new string('x', 2000) };
        await using var bench = await SyncBench.StartAsync(
            [one.AsList("b-list", "Ones"), two.AsList("A-list", "Twos"), new Shop().AsList("c-list", "Threes") with { Account = null, AddressBook = null, CreateAddressBook = false }]);
        await bench.SettleAsync();
        bench.Remote.AddContact("visitor@example.com", [bench.Book("Ones")]);
        await SyncBench.SucceedAsync(bench.CycleAsync());

        var all = await bench.Services.GetRequiredService<IMarketingListOverviewReader>().GetAllAsync(SyncBench.Cancel);

        Assert.Equal(["A-list", "b-list", "c-list"], all.Select(static list => list.ListName));
        Assert.Equal([MarketingListStanding.InStepSomeAside, MarketingListStanding.InStep, MarketingListStanding.NotConnected], all.Select(static list => list.Standing));
        Assert.Equal([3, 5, 0], all.Select(static list => list.Members));
        Assert.Equal([2, 6], all.Take(2).Select(static list => list.Status!.AddressBookContacts));
        Assert.Equal(["Twos", "Ones"], all.Take(2).Select(static list => list.Connection!.AddressBook));
        var statuses = bench.Services.GetRequiredService<IMarketingListStatusReader>();
        foreach (var list in all.Take(2))
        {
            Assert.Equal(await statuses.GetListStatusAsync(SyncBench.Id, list.ListName, SyncBench.Cancel), list.Status);
        }

        Assert.Null(await bench.Services.GetRequiredService<IMarketingListOverviewReader>().FindAsync("none", SyncBench.Cancel));
    }

    [Theory]
    [InlineData("RejectedByWatchdog", 0, 0, MarketingListStanding.ExportFailed)]
    [InlineData("Finished", 1, 0, MarketingListStanding.HeldBack)]
    [InlineData("NotFinished", 0, 1, MarketingListStanding.HostWritesRefused)]
    [InlineData(null, 0, 0, MarketingListStanding.InStep)]
    public void TheMostImportant_ComesFirst(string? status, long held, long refused, MarketingListStanding standing)
    {
        var list = Overview(new MarketingListStatus
        {
            ListName = "l", AddressBookId = 1, AddressBook = "b", IsEnabled = true, ExportStatus = status, Held = held, HostWritesRefused = refused, LastImportedAt = DateTimeOffset.UnixEpoch,
        });

        Assert.Equal(standing, list.Standing);
        Assert.Equal(MarketingListStanding.AccountDisabled, (list with { Account = list.Account! with { IsEnabled = false } }).Standing);
        Assert.Equal(MarketingListStanding.FirstSync, Overview(list.Status! with { ExportStatus = null, Held = 0, HostWritesRefused = 0, LastImportedAt = null }).Standing);
    }

    private static MarketingListOverview Overview(MarketingListStatus status) => new()
    {
        ListName = "l",
        Entity = "e",
        Account = new AccountDetails
        {
            Id = new AccountId("a"), Name = "a", Origin = AccountOrigin.Store, UserName = "u", IsEnabled = true, Schedule = new AccountSchedule(), EffectiveSchedule = new AccountSchedule(), CycleInterval = TimeSpan.FromMinutes(4), ExportStatusInterval = TimeSpan.FromMinutes(5),
        },
        Connection = new Connection { Id = 1, ListName = "l", AddressBookId = 1, AddressBook = "b", State = ConnectionState.Live, Settings = new ConnectionSettings(), ConnectedAt = DateTimeOffset.UnixEpoch },
        Status = status,
    };

    private static async Task<MarketingListOverview> FindAsync(SyncBench bench) =>
        (await bench.Services.GetRequiredService<IMarketingListOverviewReader>().FindAsync("customers", SyncBench.Cancel))!;
}
