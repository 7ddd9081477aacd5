using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.OptOuts;

/// <summary>The host's opt-outs go out first of all, once, and only where Dotdigital would still mail the person (rule OP-3).</summary>
public sealed class HostOptOutTests
{
    private const string FromBook = "ApiContact_UnsubscribeContactFromAddressBook";
    private const string FromAccount = "ApiContact_UnsubscribeContact";

    [Fact]
    public async Task OP3_OptedOutInTheHost_IsToldOnce_AndItsEchoGivesNoCommand()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        shop["000002"] = shop["000002"] with { IsOptedOut = true };

        await bench.RunUntilQuietAsync();
        await bench.RestartAsync();
        await bench.RunUntilQuietAsync();

        Assert.Equal(1, bench.Remote.CountOf(FromBook));
        Assert.Equal(["c1@example.com", "c3@example.com"], bench.ReachableIn());
        Assert.Equal(EmulatedStatus.Subscribed, bench.Remote.Contact("c2@example.com")!.Status);
        Assert.Empty(shop.OptOuts);
        Assert.Equal(OptOutOrigin.Host, (await bench.OptOutOfAsync("000002"))!.Origin);
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task OP3_ByOption_TheWholeAccountIsUnsubscribed_AndOtherListsHearOfIt()
    {
        var (customers, vips) = (new Shop(), new Shop());
        customers.Add(SyncBench.Customers(2));
        vips.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(
            [customers.AsList("customers", "Customers") with { OptOutAction = OptOutAction.UnsubscribeFromAccount }, vips.AsList("vips", "Vips")]);
        await bench.RunUntilQuietAsync();
        customers["000001"] = customers["000001"] with { IsOptedOut = true };

        await bench.RunUntilQuietAsync();

        Assert.Equal((1, 0), (bench.Remote.CountOf(FromAccount), bench.Remote.CountOf(FromBook)));
        Assert.Equal(EmulatedStatus.Unsubscribed, bench.Remote.Contact("c1@example.com")!.Status);
        Assert.Empty(customers.OptOuts);
        Assert.Equal("000001", Assert.Single(vips.OptOuts).ItemId);
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task OP3_ByOption_TheWholeAccountIsUnsubscribed_AlsoForWhoLeftOnlyTheBookBefore()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync([shop.AsList("customers", "Customers") with { OptOutAction = OptOutAction.UnsubscribeFromAccount, Writer = null }]);
        var book = bench.Remote.CreateAddressBook("Customers");
        bench.Remote.AddContact("c1@example.com", [book]);
        bench.Remote.Unsubscribe("c1@example.com", book);
        shop["000001"] = shop["000001"] with { IsOptedOut = true };

        await bench.RunUntilQuietAsync();

        Assert.Equal(EmulatedStatus.Unsubscribed, bench.Remote.Contact("c1@example.com")!.Status);
        Assert.Equal(1, bench.Remote.CountOf(FromAccount));
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task OP3_ByOption_ThePersonIsTakenOutOfTheBook_WithNoWordAboutSubscription()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync([shop.AsList("customers", "Customers") with { OptOutAction = OptOutAction.RemoveFromAddressBook }]);
        await bench.RunUntilQuietAsync();
        shop["000002"] = shop["000002"] with { IsOptedOut = true };

        await bench.RunUntilQuietAsync();

        Assert.Equal(["c1@example.com", "c3@example.com"], bench.ReachableIn());
        Assert.Empty(bench.Remote.Contact("c2@example.com")!.Memberships);
        Assert.Equal((0, 0), (bench.Remote.CountOf(FromAccount), bench.Remote.CountOf(FromBook)));
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task OP3_PeopleWhoAreNotInTheBook_CostNoCall_AndAreNotExported()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(500).Select(static row => row with { IsOptedOut = true }));
        await using var bench = await SyncBench.StartAsync(shop);

        await bench.RunUntilQuietAsync();

        Assert.Equal(0, bench.Remote.CountOf(FromBook));
        Assert.Empty(bench.Remote.Contacts);
        Assert.Empty(shop.OptOuts);
    }

    [Fact]
    public async Task OP3_OptedOutBeforeTheFirstConnection_ButInTheBook_IsTold()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        bench.Remote.AddContact("c1@example.com", [bench.Remote.CreateAddressBook("Customers")]);
        shop["000001"] = shop["000001"] with { IsOptedOut = true };

        await bench.RunUntilQuietAsync();

        Assert.Equal(["c2@example.com"], bench.ReachableIn());
        Assert.Equal(1, bench.Remote.CountOf(FromBook));
    }

    [Fact]
    public async Task OP3_WhileTheBooksContactsWereNeverRead_NobodyIsTakenForAbsent()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        bench.Remote.AddContact("c1@example.com", [bench.Remote.CreateAddressBook("Customers")]);
        shop["000001"] = shop["000001"] with { IsOptedOut = true };
        bench.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = "getContacts", Times = 2 });

        await bench.CycleAsync();
        await bench.CycleAsync();
        await bench.RunUntilQuietAsync();

        Assert.Equal(["c2@example.com"], bench.ReachableIn());
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task OP3_StillTravellingInABatch_IsToldAgainAfterSettlement()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        bench.Remote.Behaviour = bench.Remote.Behaviour with { ImportDelay = TimeSpan.FromMinutes(30) };
        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.Equal(ExportState.InBatch, (await bench.MembershipAsync("c1@example.com"))!.State.Kind);
        shop["000001"] = shop["000001"] with { IsOptedOut = true };
        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.False((await bench.OptOutOfAsync("000001"))!.IsTold);
        bench.Wait(40);
        await SyncBench.SucceedAsync(bench.StatusAsync());

        await bench.RunUntilQuietAsync();

        Assert.True((await bench.OptOutOfAsync("000001"))!.IsTold);
        Assert.Equal(["c2@example.com"], bench.ReachableIn());
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task OP3_OptedOutOutsideTheSegment_IsToldToo()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(20));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        shop["000001"] = shop["000001"] with { IsOptedOut = true, IsInSegment = false };

        await bench.RunUntilQuietAsync();

        Assert.Equal(19, bench.ReachableIn().Count);
        Assert.Equal(1, bench.Remote.CountOf(FromBook));
        Assert.Equal(MembershipStatus.Suppressed, Assert.Single(bench.Remote.Contact("c1@example.com")!.Memberships).Status);
    }

    [Fact]
    public async Task OP3_OptedOutItemThatLostItsEmail_IsToldUnderTheAddressInTheBook()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        shop["000001"] = shop["000001"] with { IsOptedOut = true, Email = null };

        await bench.RunUntilQuietAsync();

        Assert.Equal(["c2@example.com"], bench.ReachableIn());
        Assert.Equal(OptOutOrigin.Host, (await bench.OptOutOfAsync("000001"))!.Origin);
    }

    [Theory]
    [InlineData(FaultKind.Refuse)]
    [InlineData(FaultKind.DropAfterAccept)]
    public async Task OP3_KilledBetweenIntentAndAnswer_IsToldOnRestart(FaultKind kind)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        shop["000001"] = shop["000001"] with { IsOptedOut = true };
        bench.Emulator.Faults.Add(new Fault(kind) { Operation = FromBook });

        var cut = await bench.CycleAsync();
        Assert.Equal(StepNames.TellHostOptOuts, Assert.Single(cut.Failures).Step);
        Assert.False((await bench.OptOutOfAsync("000001"))!.IsTold);
        await bench.RestartAsync();
        await bench.RunUntilQuietAsync();

        Assert.True((await bench.OptOutOfAsync("000001"))!.IsTold);
        Assert.Equal(["c2@example.com"], bench.ReachableIn());
        Assert.Empty(shop.OptOuts);
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task OP3_OnePersonWhomDotdigitalRefuses_DoesNotKeepTheOthersFromBeingTold()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(4));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        foreach (var id in new[] { "000001", "000002", "000003" })
        {
            shop[id] = shop[id] with { IsOptedOut = true };
        }

        bench.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = FromBook, Status = 400 });

        var report = await bench.CycleAsync();

        Assert.Equal(StepNames.TellHostOptOuts, Assert.Single(report.Failures).Step);
        Assert.Equal(["c1@example.com", "c4@example.com"], bench.ReachableIn());
        await bench.RunUntilQuietAsync();
        Assert.Equal(["c4@example.com"], bench.ReachableIn());
    }

    [Fact]
    public async Task OP3_PersonDeletedInDotdigital_IsNotAFailure()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        shop["000001"] = shop["000001"] with { IsOptedOut = true };
        bench.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = FromBook, Status = 404 });

        await bench.RunUntilQuietAsync();

        Assert.True((await bench.OptOutOfAsync("000001"))!.IsTold);
        Assert.Equal(1, bench.Remote.CountOf(FromBook));
    }

    [Fact]
    public async Task EX3b_AnotherItemWithTheOptedOutAddress_IsNotExported()
    {
        var shop = new Shop();
        shop.Add(new ShopRow("account", "c1@example.com", "Account") { IsOptedOut = true }, new ShopRow("other", "c2@example.com", "Other"));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        shop.Add(new ShopRow("guest", "c1@example.com", "Guest"));

        await bench.RunUntilQuietAsync();

        Assert.Equal(["c2@example.com"], bench.ReachableIn());
        Assert.Null(bench.Remote.Contact("c1@example.com"));
    }
}
