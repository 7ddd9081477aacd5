using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Export;

/// <summary>Rules EX-3, EX-3a and EX-3c: who is sent, with which values, and who is set aside.</summary>
public sealed class PrepareTests
{
    private const string Import = "ApiContactImport_ImportContactsToAddressBook";

    private static readonly IReadOnlyList<MappingRow> NameOnly = [new() { DataField = "FIRSTNAME", Fields = ["FirstName"] }];

    [Fact]
    public async Task EX3_EqualValues_BecomeCleanWithoutSending()
    {
        var (shop, bench) = await SettledAsync();
        await using var __ = bench;
        await bench.ChangeAsync("000001", "000002");
        bench.Remote.ClearRequests();
        shop.ItemsRead.Clear();

        await SyncBench.SucceedAsync(bench.CycleAsync());

        Assert.Equal(["000001", "000002"], shop.ItemsRead.Order(StringComparer.Ordinal));
        Assert.Equal(0, bench.Remote.CountOf(Import));
        Assert.Equal(MembershipState.Clean, (await bench.MembershipAsync("c1@example.com"))!.State);
    }

    [Fact]
    public async Task EX3_ClearedAndFalseValues_AreDifferences()
    {
        var (shop, bench) = await SettledAsync();
        await using var __ = bench;
        shop["000002"] = shop["000002"] with { Town = "", IsVip = false, Points = null, Birthday = null };
        await bench.ChangeAsync("000002");

        await bench.RunUntilQuietAsync();

        var fields = bench.Remote.Contact("c2@example.com")!.DataFields;
        Assert.False(fields.ContainsKey("TOWN"));
        Assert.False(fields.ContainsKey("POINTS"));
        Assert.False(fields.ContainsKey("BIRTHDAY"));
        Assert.Equal(false, fields["VIP"]);
        Assert.Equal("First2", fields["FIRSTNAME"]);
    }

    [Fact]
    public async Task EX3_ContactOfTheAccount_IsAdded_AndOneInTheBook_IsComparedOnly()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync([shop.AsList("customers", "Customers", NameOnly)]);
        var book = bench.Remote.CreateAddressBook("Customers");
        bench.Remote.AddContact("c1@example.com", [book], new Dictionary<string, string?> { ["FIRSTNAME"] = "First1" });
        bench.Remote.AddContact("c2@example.com", [], new Dictionary<string, string?> { ["FIRSTNAME"] = "First2" });

        await SyncBench.SucceedAsync(bench.CycleAsync());

        Assert.Equal(2, Assert.Single(await bench.BatchesAsync()).MemberCount);
        Assert.Equal(MembershipState.Clean, (await bench.MembershipAsync("c1@example.com"))!.State);
        Assert.Equal(ExportOperation.Add, (await bench.MembershipAsync("c2@example.com"))!.State.Operation);
        Assert.Equal(ExportOperation.New, (await bench.MembershipAsync("c3@example.com"))!.State.Operation);
        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());
        Assert.Equal(3, bench.ReachableIn().Count);
    }

    [Fact]
    public async Task MP4_ChangedMapping_ComparesAll_AndSendsWhatDiffers()
    {
        var (shop, bench) = await SettledAsync();
        await using var __ = bench;
        bench.Lists[0] = shop.AsList("customers", "Customers", [.. NameOnly, new() { DataField = "TOWN", Fields = ["Town", "FirstName"] }]);
        await bench.RestartAsync();
        shop.ItemsRead.Clear();

        await bench.RunUntilQuietAsync();

        Assert.Equal(4, shop.ItemsRead.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("Town1 First1", bench.Remote.Contact("c1@example.com")!.DataFields["TOWN"]);
    }

    [Fact]
    public async Task MP4_MappingChangedWhileABatchStalls_ReachesItsMembersToo()
    {
        var (shop, bench) = await SettledAsync();
        await using var __ = bench;
        bench.Emulator.Faults.Add(new Fault(FaultKind.NeverFinishes));
        shop["000001"] = shop["000001"] with { FirstName = "Stalls" };
        await bench.ChangeAsync("000001");
        await SyncBench.SucceedAsync(bench.CycleAsync());
        for (var i = 0; i < 30; i++)
        {
            await SyncBench.SucceedAsync(bench.WaitAndAskAsync(TimeSpan.FromMinutes(5)));
        }

        bench.Lists[0] = shop.AsList("customers", "Customers", [.. NameOnly, new() { DataField = "TOWN", Fields = ["Town", "FirstName"] }]);
        await bench.RestartAsync();
        await SyncBench.SucceedAsync(bench.CycleAsync());
        await SyncBench.SucceedAsync(bench.WaitAndAskAsync(TimeSpan.FromDays(8)));
        await bench.RunUntilQuietAsync();

        Assert.Equal("Town1 Stalls", bench.Remote.Contact("c1@example.com")!.DataFields["TOWN"]);
    }

    [Fact]
    public async Task TR4_Refresh_ComparesAll_AndBringsTheHostsValuesBack()
    {
        var (shop, bench) = await SettledAsync();
        await using var __ = bench;
        bench.Remote.SetDataField("c3@example.com", "TOWN", "Elsewhere");
        await bench.RunUntilQuietAsync();
        Assert.Equal("Elsewhere", bench.Remote.Contact("c3@example.com")!.DataFields["TOWN"]);
        await using (var unit = await bench.Store.BeginAsync(SyncBench.Id, SyncBench.Cancel))
        {
            var connection = Assert.Single(await unit.Connections.GetAllAsync(SyncBench.Cancel));
            await unit.Connections.SaveAsync(connection with { RefreshRequested = true }, SyncBench.Cancel);
            await unit.CommitAsync(SyncBench.Cancel);
        }

        await bench.RunUntilQuietAsync();

        Assert.Equal("Town3", bench.Remote.Contact("c3@example.com")!.DataFields["TOWN"]);
    }

    [Fact]
    public async Task EX3a_OverlappingDataField_CarriesTheOwnersValueInEveryBatch_AndTheNextTakesOver()
    {
        Shop low = new(), high = new();
        low.Add(new ShopRow("l1", "both@example.com", "Low", "LowTown"), new ShopRow("l2", "only@example.com", "Only", "OnlyTown"));
        high.Add(new ShopRow("h1", "both@example.com", "High"), new ShopRow("h2", "other@example.com", "Other"));
        await using var bench = await SyncBench.StartAsync([low.AsList("a-low", "Low"), high.AsList("b-high", "High", NameOnly, priority: 5)]);
        await bench.SettleAsync();
        Assert.Equal("High", bench.Remote.Contact("both@example.com")!.DataFields["FIRSTNAME"]);
        Assert.Equal("LowTown", bench.Remote.Contact("both@example.com")!.DataFields["TOWN"]);
        Assert.Equal("Only", bench.Remote.Contact("only@example.com")!.DataFields["FIRSTNAME"]);

        low["l1"] = low["l1"] with { FirstName = "LowAgain", Town = "Moved" };
        await bench.ChangeAsync("l1");
        await SyncBench.SucceedAsync(bench.CycleAsync(new RunOptions { ListName = "a-low" }));
        await bench.RunUntilQuietAsync();
        Assert.Equal("High", bench.Remote.Contact("both@example.com")!.DataFields["FIRSTNAME"]);
        Assert.Equal("Moved", bench.Remote.Contact("both@example.com")!.DataFields["TOWN"]);

        high.Remove("h1");
        await bench.RunUntilQuietAsync();
        Assert.Equal("LowAgain", bench.Remote.Contact("both@example.com")!.DataFields["FIRSTNAME"]);
        Assert.Equal(["both@example.com", "only@example.com"], bench.ReachableIn("Low"));
        Assert.Equal(["other@example.com"], bench.ReachableIn("High"));
    }

    [Fact]
    public async Task EX3a_AnItemThatMovedAwayFromAnAddressThatOptedOutOfItsBook_DoesNotOwnItForOtherLists()
    {
        Shop low = new(), high = new();
        low.Add(new ShopRow("l1", "first@example.com", "Low", "LowTown"));
        high.Add(new ShopRow("h1", "taken@example.com", "Taken"), new ShopRow("h2", "left@example.com", "High"));
        await using var bench = await SyncBench.StartAsync([low.AsList("a-low", "Low"), high.AsList("b-high", "High", NameOnly, priority: 5)]);
        await bench.SettleAsync();
        bench.Remote.Unsubscribe("left@example.com", bench.Book("High"));
        await bench.RunUntilQuietAsync();

        high["h2"] = high["h2"] with { Email = "taken@example.com" };
        low["l1"] = low["l1"] with { Email = "left@example.com" };
        await bench.RunUntilQuietAsync();

        Assert.Equal(["left@example.com"], bench.ReachableIn("Low"));
        Assert.Equal("Low", bench.Remote.Contact("left@example.com")!.DataFields["FIRSTNAME"]);
        Assert.Empty(bench.Remote.Violations);
    }

    [Theory]
    [InlineData(OptOutAction.UnsubscribeFromAddressBook)]
    [InlineData(OptOutAction.RemoveFromAddressBook)]
    [InlineData(null)]
    public async Task EX3a_AnOwnerWhoOptsOutOfItsOwnBook_HandsItsDataFieldsOver_AndTakesThemBackOnReturn(OptOutAction? saidInHost)
    {
        Shop low = new(), high = new();
        low.Add(new ShopRow("l1", "both@example.com", "Low", "LowTown"));
        high.Add(new ShopRow("h1", "both@example.com", "High"));
        await using var bench = await SyncBench.StartAsync(
            [low.AsList("a-low", "Low"), high.AsList("b-high", "High", NameOnly, priority: 5) with { OptOutAction = saidInHost ?? OptOutAction.UnsubscribeFromAddressBook }]);
        await bench.RunUntilQuietAsync();
        Assert.Equal("High", bench.Remote.Contact("both@example.com")!.DataFields["FIRSTNAME"]);

        if (saidInHost is null)
        {
            bench.Remote.Unsubscribe("both@example.com", bench.Book("High"));
        }
        else
        {
            high["h1"] = high["h1"] with { IsOptedOut = true };
        }

        await bench.RunUntilQuietAsync();
        Assert.Equal("Low", bench.Remote.Contact("both@example.com")!.DataFields["FIRSTNAME"]);
        Assert.Equal(["both@example.com"], bench.ReachableIn("Low"));
        Assert.Empty(bench.ReachableIn("High"));

        if (saidInHost is null)
        {
            bench.Wait(5);
            bench.Remote.Resubscribe("both@example.com", bench.Book("High"));
            bench.Wait(5);
            high["h1"] = high["h1"] with { IsOptedOut = false };
            await bench.RunUntilQuietAsync();
            Assert.Equal("High", bench.Remote.Contact("both@example.com")!.DataFields["FIRSTNAME"]);
        }

        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task EX3a_AnOwnersItemThatMovedAway_SpeaksForItsFormerAddressNoMore_AlsoWhileItsListCannotBeRead()
    {
        Shop low = new(), high = new();
        low.Add(new ShopRow("l1", "both@example.com", "Low", "LowTown"));
        high.Add(new ShopRow("h1", "both@example.com", "High"), new ShopRow("h2", "other@example.com", "Other"));
        await using var bench = await SyncBench.StartAsync([low.AsList("a-low", "Low"), high.AsList("b-high", "High", NameOnly, priority: 5)]);
        await bench.RunUntilQuietAsync();
        high["h1"] = high["h1"] with { Email = "moved@example.com", FirstName = "Moved" };
        high.BreakKeysAfter = 1;
        low["l1"] = low["l1"] with { Town = "NewTown" };
        await bench.ChangeAsync("l1");

        await bench.CycleAsync();
        await bench.WaitAndAskAsync();

        var both = bench.Remote.Contact("both@example.com")!;
        Assert.Equal(("Low", "NewTown"), (both.DataFields["FIRSTNAME"], both.DataFields["TOWN"]));
    }

    [Fact]
    public async Task EX3a_RunOfOneList_StillCarriesTheOwnersValue()
    {
        Shop low = new(), high = new();
        low.Add(new ShopRow("l1", "both@example.com", "Low"));
        high.Add(new ShopRow("h1", "both@example.com", "High"));
        await using var bench = await SyncBench.StartAsync([low.AsList("a-low", "Low"), high.AsList("b-high", "High", NameOnly, priority: 5)]);
        await bench.SettleAsync();
        low["l1"] = low["l1"] with { FirstName = "LowAgain", Town = "Moved" };
        await bench.ChangeAsync("l1");

        await SyncBench.SucceedAsync(bench.CycleAsync(new RunOptions { ListName = "a-low" }));
        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());

        Assert.Equal("Moved", bench.Remote.Contact("both@example.com")!.DataFields["TOWN"]);
        Assert.Equal("High", bench.Remote.Contact("both@example.com")!.DataFields["FIRSTNAME"]);
    }

    [Fact]
    public async Task EX3a_OwnerThatMapsTheFieldNoMore_OrLosesItsPriority_HandsItOver()
    {
        Shop low = new(), high = new();
        low.Add(new ShopRow("l1", "both@example.com", "Low", "LowTown"));
        high.Add(new ShopRow("h1", "both@example.com", "High", "HighTown"));
        await using var bench = await SyncBench.StartAsync([low.AsList("a-low", "Low"), high.AsList("b-high", "High", priority: 5)]);
        await bench.SettleAsync();
        Assert.Equal("High", bench.Remote.Contact("both@example.com")!.DataFields["FIRSTNAME"]);

        bench.Lists[1] = high.AsList("b-high", "High", [new() { DataField = "TOWN", Fields = ["Town"] }], priority: 5);
        await bench.RestartAsync();
        await bench.RunUntilQuietAsync();
        Assert.Equal("Low", bench.Remote.Contact("both@example.com")!.DataFields["FIRSTNAME"]);
        Assert.Equal("HighTown", bench.Remote.Contact("both@example.com")!.DataFields["TOWN"]);

        bench.Lists[1] = high.AsList("b-high", "High", [new() { DataField = "TOWN", Fields = ["Town"] }], priority: -1);
        await bench.RestartAsync();
        await bench.RunUntilQuietAsync();
        Assert.Equal("LowTown", bench.Remote.Contact("both@example.com")!.DataFields["TOWN"]);
    }

    [Fact]
    public async Task EX3c_UnusableItems_AreSetAsideWithTheirReason_AndTheRestGoesOn()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        shop.Add(
            new ShopRow("n1", null, "None"), new ShopRow("n2", "  ", "Blank"), new ShopRow("n3", "not an address", "Bad"),
            new ShopRow("n4", " C1@Example.COM ", "Twin"), new ShopRow("n5", "long@example.com", new string('x', 1001)));
        await using var bench = await SyncBench.StartAsync(shop);

        await bench.SettleAsync();

        var aside = await SetAsideAsync(bench);
        Assert.Equal(
            [("n1", SetAsideReason.NoEmail), ("n2", SetAsideReason.NoEmail), ("n3", SetAsideReason.InvalidEmail), ("n4", SetAsideReason.DuplicateEmail)],
            aside.Select(static row => (row.ItemId, row.Reason)));
        Assert.Equal("First1", bench.Remote.Contact("c1@example.com")!.DataFields["FIRSTNAME"]);
        var misfit = (await bench.MembershipAsync("long@example.com"))!;
        Assert.Equal(MembershipState.Faulted(SetAsideReason.MisfitValue), misfit.State);
        Assert.Contains("FIRSTNAME", misfit.LastFault, StringComparison.Ordinal);
        Assert.DoesNotContain("xxx", misfit.LastFault, StringComparison.Ordinal);
        Assert.Equal(["c1@example.com", "c2@example.com"], bench.ReachableIn());

        shop["n1"] = shop["n1"] with { Email = "mended1@example.com" };
        shop["n3"] = shop["n3"] with { Email = "mended3@example.com" };
        shop["n4"] = shop["n4"] with { Email = "mended4@example.com" };
        shop["n5"] = shop["n5"] with { FirstName = "Short" };
        await bench.ChangeAsync("n5");
        await bench.RunUntilQuietAsync();
        Assert.Equal(
            ["c1@example.com", "c2@example.com", "long@example.com", "mended1@example.com", "mended3@example.com", "mended4@example.com"], bench.ReachableIn());
        Assert.Equal("n2", Assert.Single(await SetAsideAsync(bench)).ItemId);
    }

    [Fact]
    public async Task EX3c_AddressThatDotdigitalRefused_GoesOnceItIsCorrected()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        bench.Emulator.Faults.Add(new Fault(FaultKind.RowRefused) { Emails = ["c2@example.com"], Reason = "Invalid Email" });
        await SyncBench.SucceedAsync(bench.CycleAsync());
        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());
        await bench.RunUntilQuietAsync();
        Assert.Equal(MembershipState.Faulted(SetAsideReason.InvalidEmail), (await bench.MembershipAsync("c2@example.com"))!.State);

        shop["000002"] = shop["000002"] with { Email = "corrected@example.com" };
        await bench.RunUntilQuietAsync();

        Assert.Equal(["c1@example.com", "corrected@example.com"], bench.ReachableIn());
    }

    private static async Task<(Shop Shop, SyncBench Bench)> SettledAsync()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(4));
        var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        return (shop, bench);
    }

    private static Task<IReadOnlyList<SetAsideRecord>> SetAsideAsync(SyncBench bench) =>
        bench.ReadAsync(static unit => unit.ListItems.PageSetAsideAsync("customers", null, 100, SyncBench.Cancel));
}
