using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.OptOuts;

/// <summary>An opt-out clings to the address and to the item (rule EX-3b).</summary>
public sealed class OptOutClingsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task EX3b_OptedOutPersonWhoseEmailChangesInTheHost_IsNeverSentUnderTheNewAddress(bool accountWide)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        bench.Remote.Unsubscribe("c1@example.com", accountWide ? null : bench.Book());
        bench.Wait(5);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        shop["000001"] = shop["000001"] with { Email = "new@example.com", IsOptedOut = false };
        await bench.ChangedAsync("000001");
        await bench.ProcessChangesAsync();

        await bench.RunUntilQuietAsync();

        Assert.Null(bench.Remote.Contact("new@example.com"));
        Assert.Equal(["c2@example.com"], bench.ReachableIn());
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task EX3b_ChangedEmailAndOptOutInTheSameCycle_TheOptOutWins()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        shop["000001"] = shop["000001"] with { Email = "new@example.com" };
        bench.Remote.Unsubscribe("c1@example.com", bench.Book());
        bench.Wait(5);

        await bench.RunUntilQuietAsync();

        Assert.Null(bench.Remote.Contact("new@example.com"));
        Assert.Equal(["c2@example.com"], bench.ReachableIn());
        Assert.Equal("000001", Assert.Single(shop.OptOuts).ItemId);
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task EX3b_ItemWhoseAddressBecomesAnOptedOutOne_IsMarked_AndItsFormerAddressLeavesTheBook()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        bench.Remote.AddContact("gone@example.com");
        bench.Remote.Unsubscribe("gone@example.com");
        await bench.RunUntilQuietAsync();
        shop["000001"] = shop["000001"] with { Email = "gone@example.com" };
        await bench.ChangedAsync("000001");
        await bench.ProcessChangesAsync();

        await bench.RunUntilQuietAsync();

        Assert.Equal(["c2@example.com", "c3@example.com"], bench.ReachableIn());
        Assert.Empty(bench.Remote.Contact("gone@example.com")!.Memberships);
        Assert.Equal("000001", Assert.Single(shop.OptOuts).ItemId);
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task EX3b_ItemsThatExchangeTheirEmails_OneOptedOut_NeverMakesThatOneReachable()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        bench.Remote.Unsubscribe("c1@example.com");
        bench.Wait(5);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        shop["000001"] = shop["000001"] with { Email = "c2@example.com" };
        shop["000002"] = shop["000002"] with { Email = "c1@example.com" };
        await bench.ChangedAsync("000001", "000002");
        await bench.ProcessChangesAsync();

        await bench.RunUntilQuietAsync();

        Assert.DoesNotContain("c1@example.com", bench.ReachableIn());
        Assert.Equal(["000001", "000002"], shop.OptOuts.Select(static told => told.ItemId).Order(StringComparer.Ordinal));
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task EX3b_ItemsThatExchangeTheirEmails_AreSetAside()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        shop["000001"] = shop["000001"] with { Email = "c2@example.com" };
        shop["000002"] = shop["000002"] with { Email = "c1@example.com" };

        await bench.RunUntilQuietAsync();

        Assert.Equal(SetAsideReason.EmailConflict, (await bench.MembershipAsync("c1@example.com"))!.State.Reason);
        Assert.Equal(3, bench.ReachableIn().Count);
        Assert.Equal("First1", bench.Remote.Contact("c1@example.com")!.DataFields["FIRSTNAME"]);
    }

    [Fact]
    public async Task EX3b_WhileTheOptOutsCannotBeRead_NobodyIsRenamed()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        shop["000001"] = shop["000001"] with { Email = "new@example.com" };
        bench.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = "ApiContact_GetSuppressedContacts" });

        await bench.CycleAsync();
        Assert.Equal(0, bench.Remote.CountOf("importContacts"));
        await bench.RunUntilQuietAsync();

        Assert.Equal(["c2@example.com", "new@example.com"], bench.ReachableIn());
        Assert.Empty(bench.Remote.Violations);
    }
}
