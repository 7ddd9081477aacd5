using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.TwoWay;

/// <summary>Contacts whom the host does not have become its records, once, and only those who may be mailed (rule IM-5).</summary>
public sealed class CreateItemsTests
{
    private const string ImportCsv = "ApiContactImport_ImportContactsToAddressBook";

    private static readonly IReadOnlyList<MappingRow> Mapping =
    [
        new() { DataField = "FIRSTNAME", Fields = ["FirstName"], IsTwoWay = true },
        new() { DataField = "TOWN", Fields = ["Town"], IsTwoWay = true },
        new() { DataField = "POINTS", Fields = ["Points"], IsTwoWay = true },
    ];

    [Fact]
    public async Task IM5_AContactOfTheBook_BecomesARecordWithItsValues_AndIsSentNowhere()
    {
        var (shop, bench) = await StartAsync();
        await using var disposing = bench;
        await bench.RunUntilQuietAsync();
        bench.Remote.AddContact("new@example.com", [bench.Book()], new Dictionary<string, string?>(StringComparer.Ordinal) { ["TOWN"] = "Paris", ["POINTS"] = "12" });
        bench.Wait(5);
        bench.Remote.ClearRequests();

        await SyncBench.SucceedAsync(bench.CycleAsync());
        var created = Assert.Single(shop.Created);
        await bench.RunUntilQuietAsync();

        Assert.Equal("new@example.com", created.Email);
        var row = shop.Rows.Single(static row => row.Email == "new@example.com");
        Assert.Equal(("Paris", 12m), (row.Town, row.Points));
        var membership = (await bench.MembershipAsync("new@example.com"))!;
        Assert.Equal((row.Id, false, MembershipState.Clean), (membership.ItemId, membership.CameFromRemote, membership.State));
        Assert.Equal(0, bench.Remote.CountOf(ImportCsv));
        Assert.Single(shop.Created);
    }

    [Fact]
    public async Task IM5_WhoIsInTheHostAlready_InTheSegmentOrNot_IsNotCreated()
    {
        var (shop, bench) = await StartAsync();
        await using var disposing = bench;
        var book = bench.Remote.CreateAddressBook("Customers");
        bench.Remote.AddContacts("c{0}@example.com", 1, 3, [book]);
        shop["000003"] = shop["000003"] with { IsInSegment = false, Email = "C3@Example.com" };

        await bench.RunUntilQuietAsync();

        Assert.Empty(shop.Created);
        var member = (await bench.MembershipAsync("c3@example.com"))!;
        Assert.Equal(("000003", true), (member.ItemId, member.CameFromRemote));
        Assert.Equal(3, bench.ReachableIn().Count);
    }

    [Fact]
    public async Task IM5_WhoOptedOutOrIsWithheld_IsNotCreated()
    {
        var (shop, bench) = await StartAsync();
        await using var disposing = bench;
        var book = bench.Remote.CreateAddressBook("Customers");
        bench.Remote.AddContacts("new{0}@example.com", 1, 3, [book]);
        bench.Remote.Unsubscribe("new1@example.com", book);
        bench.Remote.HardBounce("new2@example.com");

        await bench.RunUntilQuietAsync();

        Assert.Equal(["new3@example.com"], shop.Created.Select(static item => item.Email));
    }

    [Fact]
    public async Task IM5_SwitchedOff_NobodyIsCreated()
    {
        var (shop, bench) = await StartAsync(creates: false);
        await using var disposing = bench;
        bench.Remote.AddContacts("new{0}@example.com", 1, 3, [bench.Remote.CreateAddressBook("Customers")]);

        await bench.RunUntilQuietAsync();

        Assert.Empty(shop.Created);
    }

    [Fact]
    public async Task EX1_WhoCameFromRemote_StaysUntilTheyAppearedInTheList_AndThenLeavesWithIt()
    {
        var (shop, bench) = await StartAsync();
        await using var disposing = bench;
        shop.CreatesIntoSegment = false;
        await bench.RunUntilQuietAsync();
        bench.Remote.AddContact("new@example.com", addressBookIds: [bench.Book()]);
        bench.Wait(5);
        await bench.RunUntilQuietAsync();
        var id = (await bench.MembershipAsync("new@example.com"))!.ItemId!;
        await bench.ChangeAsync(id);
        await bench.RunUntilQuietAsync();
        Assert.Contains("new@example.com", bench.ReachableIn());
        Assert.Equal((true, MembershipState.Clean), ((await bench.MembershipAsync("new@example.com"))!.CameFromRemote, (await bench.MembershipAsync("new@example.com"))!.State));

        shop[id] = shop[id] with { IsInSegment = true };
        await bench.RunUntilQuietAsync();
        Assert.False((await bench.MembershipAsync("new@example.com"))!.CameFromRemote);
        shop[id] = shop[id] with { IsInSegment = false };
        await bench.RunUntilQuietAsync();

        Assert.DoesNotContain("new@example.com", bench.ReachableIn());
        Assert.Single(shop.Created);
    }

    [Fact]
    public async Task IM5_AHostThatRefusesOne_GetsTheOthers_AndThatOneLater()
    {
        var (shop, bench) = await StartAsync();
        await using var disposing = bench;
        await bench.RunUntilQuietAsync();
        shop.RefusesChange = static email => email == "new2@example.com" ? "has no room." : null;
        bench.Remote.AddContacts("new{0}@example.com", 1, 3, [bench.Book()]);
        bench.Wait(5);

        var report = await bench.CycleAsync();

        var step = report.Steps.Single(static step => step.Step == StepNames.CreateItems);
        Assert.Equal((2, 1), (step.Added, step.SetAside));
        Assert.DoesNotContain("new2", step.Error, StringComparison.Ordinal);
        shop.RefusesChange = static _ => null;
        bench.Wait(30);
        await bench.RunUntilQuietAsync();
        Assert.Equal(3, shop.Created.Count);
    }

    [Fact]
    public async Task IM5_AKillRightAfterTheHostMadeTheRecord_MakesNoSecondOne()
    {
        var (shop, bench) = await StartAsync();
        await using var disposing = bench;
        await bench.RunUntilQuietAsync();
        bench.Remote.AddContact("new@example.com", addressBookIds: [bench.Book()]);
        bench.Wait(5);
        for (var n = 1; shop.Created.Count == 0; n++)
        {
            bench.Kills.At(n, afterCommit: false);
            await Assert.ThrowsAsync<AccountLeaseLostException>(() => bench.CycleAsync());
            await bench.RestartAsync();
        }

        await bench.RunUntilQuietAsync();

        Assert.Single(shop.Created);
        Assert.Equal(shop.Rows.Single(static row => row.Email == "new@example.com").Id, (await bench.MembershipAsync("new@example.com"))!.ItemId);
    }

    [Fact]
    public async Task IM5_AfterTheFirstLook_AQuietCycleAsksTheHostForNobody()
    {
        var (shop, bench) = await StartAsync();
        await using var disposing = bench;
        bench.Remote.AddContacts("new{0}@example.com", 1, 5, [bench.Remote.CreateAddressBook("Customers")]);
        await bench.RunUntilQuietAsync();
        bench.Wait(10);

        var report = await bench.CycleAsync();

        Assert.Equal(0, report.Steps.Single(static step => step.Step == StepNames.CreateItems).Read);
        Assert.Equal(5, shop.Created.Count);
    }

    private static async Task<(Shop Shop, SyncBench Bench)> StartAsync(bool creates = true)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        return (shop, await SyncBench.StartAsync([shop.AsList("customers", "Customers", Mapping) with { CreateEntities = creates }]));
    }
}
