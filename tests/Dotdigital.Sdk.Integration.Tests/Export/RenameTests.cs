using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Export;

/// <summary>Rule EX-3b: an item's email changed.</summary>
public sealed class RenameTests
{
    [Fact]
    public async Task EX3b_ChangedEmail_RenamesTheContact_AndKeepsIt()
    {
        var (shop, bench) = await SettledAsync();
        await using var __ = bench;
        var id = bench.Remote.Contact("c1@example.com")!.Id;
        shop["000001"] = shop["000001"] with { Email = "New1@Example.com", FirstName = "Renamed" };
        await bench.ChangeAsync("000001");

        await bench.RunUntilQuietAsync();

        Assert.Equal(id, bench.Remote.Contact("new1@example.com")!.Id);
        Assert.Equal("Renamed", bench.Remote.Contact("new1@example.com")!.DataFields["FIRSTNAME"]);
        Assert.Null(bench.Remote.Contact("c1@example.com"));
        Assert.Equal(MembershipState.Clean, (await bench.MembershipAsync("new1@example.com"))!.State);
        Assert.Equal(4, bench.ReachableIn().Count);
    }

    [Fact]
    public async Task EX3b_TargetExists_IsRelinked_AndTheOldOneLeavesTheBook()
    {
        var (shop, bench) = await SettledAsync();
        await using var __ = bench;
        bench.Remote.AddContact("known@example.com");
        await SyncBench.SucceedAsync(bench.ImportAsync());
        shop["000001"] = shop["000001"] with { Email = "known@example.com" };

        await bench.RunUntilQuietAsync();

        Assert.Equal(["c2@example.com", "c3@example.com", "c4@example.com", "known@example.com"], bench.ReachableIn());
        Assert.NotNull(bench.Remote.Contact("c1@example.com"));
        Assert.Equal("000001", (await bench.MembershipAsync("known@example.com"))!.ItemId);
        Assert.Null(await bench.MembershipAsync("c1@example.com"));
    }

    [Fact]
    public async Task EX3b_TargetOptedOut_WinsOverTheRename()
    {
        var (shop, bench) = await SettledAsync();
        await using var __ = bench;
        bench.Remote.AddContact("no@example.com");
        bench.Remote.Unsubscribe("no@example.com");
        await SyncBench.SucceedAsync(bench.ImportAsync());
        shop["000001"] = shop["000001"] with { Email = "no@example.com" };

        await bench.RunUntilQuietAsync();

        Assert.Equal(["c2@example.com", "c3@example.com", "c4@example.com"], bench.ReachableIn());
        Assert.Equal("000001", Assert.Single(shop.OptOuts).ItemId);
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task EX3b_NeverSent_IsRenamedInPlace()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        bench.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = "ApiContactImport_ImportContactsToAddressBook", Status = 400 });
        await bench.CycleAsync();
        var contact = (await bench.ContactAsync("c1@example.com"))!.Id;
        shop["000001"] = shop["000001"] with { Email = "new1@example.com" };

        await bench.RunUntilQuietAsync();

        Assert.Equal(["c2@example.com", "new1@example.com"], bench.ReachableIn());
        Assert.Equal(contact, (await bench.ContactAsync("new1@example.com"))!.Id);
    }

    [Theory]
    [InlineData(FaultKind.DropAfterAccept)]
    [InlineData(FaultKind.Refuse)]
    public async Task EX3b_EmailChangedAfterTheFirstImportWasLost_ReachesTheBook(FaultKind fault)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        bench.Emulator.Faults.Add(new Fault(fault) { Operation = "ApiContactImport_ImportContactsToAddressBook" });
        await bench.CycleAsync();
        shop["000001"] = shop["000001"] with { Email = "new1@example.com" };

        await bench.RunUntilQuietAsync();

        Assert.Equal(["c2@example.com", "new1@example.com"], bench.ReachableIn());
    }

    [Fact]
    public async Task EX3b_EmailChangedBeforeTheIdIsKnown_RenamesOnceItIs()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());
        var id = bench.Remote.Contact("c1@example.com")!.Id;
        shop["000001"] = shop["000001"] with { Email = "new1@example.com" };
        await SyncBench.SucceedAsync(bench.ExportAsync());

        await bench.RunUntilQuietAsync();

        Assert.Equal(id, bench.Remote.Contact("new1@example.com")!.Id);
        Assert.Equal(["c2@example.com", "new1@example.com"], bench.ReachableIn());
    }

    [Fact]
    public async Task EX3b_RefusedRename_IsSetAside_AndAnotherAddressIsTried()
    {
        var (shop, bench) = await SettledAsync();
        await using var __ = bench;
        bench.Emulator.Faults.Add(new Fault(FaultKind.RowRefused) { Emails = ["bad@example.com"], Reason = "invalidEmail", Times = null });
        shop["000001"] = shop["000001"] with { Email = "bad@example.com" };
        await bench.RunUntilQuietAsync();
        Assert.Equal(MembershipState.Faulted(SetAsideReason.InvalidEmail), (await bench.MembershipAsync("c1@example.com"))!.State);
        Assert.Contains("c1@example.com", bench.ReachableIn());

        shop["000001"] = shop["000001"] with { Email = "good@example.com" };
        await bench.RunUntilQuietAsync();

        Assert.Contains("good@example.com", bench.ReachableIn());
        Assert.Equal(4, bench.ReachableIn().Count);
    }

    [Fact]
    public async Task EX3b_RefusedRenameTakenBack_GoesOnUnderItsFormerAddress()
    {
        var (shop, bench) = await SettledAsync();
        await using var __ = bench;
        bench.Emulator.Faults.Add(new Fault(FaultKind.RowRefused) { Emails = ["bad@example.com"], Reason = "invalidEmail", Times = null });
        shop["000001"] = shop["000001"] with { Email = "bad@example.com" };
        await bench.RunUntilQuietAsync();
        shop["000001"] = shop["000001"] with { Email = "c1@example.com", FirstName = "Back" };

        await bench.RunUntilQuietAsync();

        Assert.Equal(MembershipState.Clean, (await bench.MembershipAsync("c1@example.com"))!.State);
        Assert.Equal("Back", bench.Remote.Contact("c1@example.com")!.DataFields["FIRSTNAME"]);
    }

    [Fact]
    public async Task EX3b_RenameWithAMisfitValue_IsSetAsideWithTheFieldNamed()
    {
        var (shop, bench) = await SettledAsync();
        await using var __ = bench;
        shop["000001"] = shop["000001"] with { Email = "new1@example.com", Town = new string('x', 1001) };
        await bench.ChangeAsync("000001");
        await bench.RunUntilQuietAsync();
        var membership = (await bench.MembershipAsync("c1@example.com"))!;
        Assert.Equal(MembershipState.Faulted(SetAsideReason.MisfitValue), membership.State);
        Assert.Contains("TOWN", membership.LastFault, StringComparison.Ordinal);

        shop["000001"] = shop["000001"] with { Town = "Fits" };
        await bench.ChangeAsync("000001");
        await bench.RunUntilQuietAsync();

        Assert.Equal("Fits", bench.Remote.Contact("new1@example.com")!.DataFields["TOWN"]);
    }

    [Fact]
    public async Task EX3b_TargetUnknownHere_IsLinkedOnceTheContactsReadTells()
    {
        var (shop, bench) = await SettledAsync();
        await using var __ = bench;
        bench.Remote.AddContact("hidden@example.com");
        shop["000001"] = shop["000001"] with { Email = "hidden@example.com" };
        await SyncBench.SucceedAsync(bench.ExportAsync());

        await bench.RunUntilQuietAsync();

        Assert.Equal(["c2@example.com", "c3@example.com", "c4@example.com", "hidden@example.com"], bench.ReachableIn());
        Assert.Equal(MembershipState.Clean, (await bench.MembershipAsync("hidden@example.com"))!.State);
    }

    [Fact]
    public async Task EX3b_ChainOfRenames_EndsWithEveryAddressAtItsItem()
    {
        var (shop, bench) = await SettledAsync();
        await using var __ = bench;
        shop["000001"] = shop["000001"] with { Email = "c2@example.com" };
        shop["000002"] = shop["000002"] with { Email = "c3@example.com" };
        shop["000003"] = shop["000003"] with { Email = "last@example.com" };

        await bench.RunUntilQuietAsync();

        Assert.Equal(["c2@example.com", "c3@example.com", "c4@example.com", "last@example.com"], bench.ReachableIn());
        foreach (var (id, email) in new[] { ("000001", "c2@example.com"), ("000002", "c3@example.com"), ("000003", "last@example.com") })
        {
            Assert.Equal(id, (await bench.MembershipAsync(email))!.ItemId);
            Assert.Equal(shop[id].FirstName, bench.Remote.Contact(email)!.DataFields["FIRSTNAME"]);
        }
    }

    [Fact]
    public async Task EX3b_Swap_IsSetAside_AndRecoversWhenOneGetsAnotherAddress()
    {
        var (shop, bench) = await SettledAsync();
        await using var __ = bench;
        shop["000001"] = shop["000001"] with { Email = "c2@example.com" };
        shop["000002"] = shop["000002"] with { Email = "c1@example.com" };
        await bench.RunUntilQuietAsync();
        Assert.Equal(MembershipState.Held(SetAsideReason.EmailConflict), (await bench.MembershipAsync("c1@example.com"))!.State);
        Assert.Equal(MembershipState.Held(SetAsideReason.EmailConflict), (await bench.MembershipAsync("c2@example.com"))!.State);
        Assert.Equal(4, bench.ReachableIn().Count);

        shop["000001"] = shop["000001"] with { Email = "third@example.com" };
        await bench.RunUntilQuietAsync();

        Assert.Equal(["c1@example.com", "c3@example.com", "c4@example.com", "third@example.com"], bench.ReachableIn());
        Assert.Equal("First2", bench.Remote.Contact("c1@example.com")!.DataFields["FIRSTNAME"]);
        Assert.Equal("First1", bench.Remote.Contact("third@example.com")!.DataFields["FIRSTNAME"]);
        Assert.Equal(MembershipState.Clean, (await bench.MembershipAsync("c1@example.com"))!.State);
    }

    [Fact]
    public async Task EX3b_SwapTakenBack_IsReleased()
    {
        var (shop, bench) = await SettledAsync();
        await using var __ = bench;
        shop["000001"] = shop["000001"] with { Email = "c2@example.com" };
        shop["000002"] = shop["000002"] with { Email = "c1@example.com" };
        await bench.RunUntilQuietAsync();
        shop["000001"] = shop["000001"] with { Email = "c1@example.com", FirstName = "Again1" };
        shop["000002"] = shop["000002"] with { Email = "c2@example.com" };

        await bench.RunUntilQuietAsync();

        Assert.Equal(MembershipState.Clean, (await bench.MembershipAsync("c1@example.com"))!.State);
        Assert.Equal("Again1", bench.Remote.Contact("c1@example.com")!.DataFields["FIRSTNAME"]);
    }

    [Fact]
    public async Task EX3b_BlankedEmail_KeepsTheMemberUnderItsOldAddress_AndIsSetAside()
    {
        var (shop, bench) = await SettledAsync();
        await using var __ = bench;
        shop["000001"] = shop["000001"] with { Email = null };

        await bench.RunUntilQuietAsync();

        Assert.Contains("c1@example.com", bench.ReachableIn());
        var aside = Assert.Single(await bench.ReadAsync(static unit => unit.ListItems.PageSetAsideAsync("customers", null, 10, SyncBench.Cancel)));
        Assert.Equal(("000001", SetAsideReason.NoEmail), (aside.ItemId, aside.Reason));
    }

    [Fact]
    public async Task EX3b_WithoutAFreshOptOutRead_NobodyIsRenamed()
    {
        var (shop, bench) = await SettledAsync();
        await using var __ = bench;
        shop["000001"] = shop["000001"] with { Email = "new1@example.com" };
        bench.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = "/v2/contacts/suppressed-since*" });

        var report = await bench.CycleAsync();

        Assert.Contains(report.Failures, static step => step.Step == StepNames.ReadSuppressions);
        Assert.NotNull(bench.Remote.Contact("c1@example.com"));
        Assert.Contains(report.Steps, static step => step is { Step: StepNames.SendRenames, NotRun: not null });
        await bench.RunUntilQuietAsync();
        Assert.NotNull(bench.Remote.Contact("new1@example.com"));
    }

    private static async Task<(Shop Shop, SyncBench Bench)> SettledAsync()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(4));
        var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        return (shop, bench);
    }
}
