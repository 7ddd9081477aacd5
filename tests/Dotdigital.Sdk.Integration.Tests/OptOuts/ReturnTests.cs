using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.OptOuts;

/// <summary>Who comes back, by their own act only, and who does not (rules OP-4, OP-5, S-1).</summary>
public sealed class ReturnTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OP4_ComingBackByTheirOwnAct_TellsTheHost_AndSendsWhatChangedMeanwhile(bool accountWide)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        bench.Remote.Unsubscribe("c1@example.com", accountWide ? null : bench.Book());
        bench.Wait(5);
        await bench.RunUntilQuietAsync();
        Assert.True(shop["000001"].IsOptedOut);
        shop["000001"] = shop["000001"] with { FirstName = "Changed" };
        await bench.ChangedAsync("000001");
        await bench.ProcessChangesAsync();
        await bench.RunUntilQuietAsync();
        bench.Remote.Resubscribe("c1@example.com", accountWide ? null : bench.Book());
        bench.Wait(5);

        await bench.RunUntilQuietAsync();

        Assert.Equal(["000001"], shop.Returns);
        Assert.Null(await bench.OptOutOfAsync("000001"));
        Assert.Equal(2, bench.ReachableIn().Count);
        Assert.Equal("Changed", bench.Remote.Contact("c1@example.com")!.DataFields["FIRSTNAME"]);
        Assert.Equal(0, bench.Remote.CountOf("ApiContact_UnsubscribeContactFromAddressBook"));
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task S1_BackInTheAccount_ButNotInTheBook_IsNotBack()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        bench.Remote.Unsubscribe("c1@example.com", bench.Book());
        bench.Wait(5);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        bench.Remote.Unsubscribe("c1@example.com");
        bench.Wait(5);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        bench.Remote.Resubscribe("c1@example.com");
        bench.Wait(5);

        await bench.RunUntilQuietAsync();

        Assert.Empty(shop.Returns);
        Assert.Single(shop.OptOuts);
        Assert.NotNull(await bench.OptOutOfAsync("000001"));
        Assert.Equal(["c2@example.com"], bench.ReachableIn());
    }

    [Fact]
    public async Task S1_BackInTheBook_ButSuppressedInTheAccount_IsNotBack()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        bench.Remote.Unsubscribe("c1@example.com", bench.Book());
        bench.Wait(5);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        bench.Wait(5);
        bench.Remote.Resubscribe("c1@example.com", bench.Book());
        bench.Wait(1);
        bench.Remote.HardBounce("c1@example.com");
        bench.Wait(5);

        await bench.RunUntilQuietAsync();

        Assert.Empty(shop.Returns);
        Assert.NotNull(await bench.OptOutOfAsync("000001"));
        Assert.Equal(["c2@example.com"], bench.ReachableIn());
    }

    [Fact]
    public async Task OP4_AnItemMarkedByItsAddressAlone_ComesBackToo()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        var book = bench.Remote.CreateAddressBook("Customers");
        bench.Remote.AddContact("c1@example.com", [book]);
        bench.Remote.Unsubscribe("c1@example.com");
        bench.Wait(5);
        await bench.RunUntilQuietAsync();
        Assert.NotNull(await bench.OptOutOfAsync("000001"));
        bench.Remote.Resubscribe("c1@example.com", book);
        bench.Wait(5);

        await bench.RunUntilQuietAsync();

        Assert.Equal(["000001"], shop.Returns);
        Assert.Null(await bench.OptOutOfAsync("000001"));
        Assert.Equal(2, bench.ReachableIn().Count);
        Assert.Equal("First1", bench.Remote.Contact("c1@example.com")!.DataFields["FIRSTNAME"]);
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task OP4_SubscribedAgainInDotdigital_WithoutALaterSubscription_StaysOptedOut()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        bench.Remote.Unsubscribe("c1@example.com");
        bench.Wait(5);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        bench.Remote.Suppress("c1@example.com", Dotdigital.Sdk.Emulator.Accounts.EmulatedStatus.Subscribed);
        bench.Wait(5);

        await bench.RunUntilQuietAsync();

        Assert.Empty(shop.Returns);
        Assert.Equal(Reachability.OptedOut, (await bench.ContactAsync("c1@example.com"))!.Status.Reachability);
        Assert.NotNull(await bench.OptOutOfAsync("000001"));
    }

    [Fact]
    public async Task OP1_UnsubscribedFromTheBook_ThenBackInTheAccountOnly_BeforeTheFirstRead_IsNeverExported()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        var book = bench.Remote.CreateAddressBook("Customers");
        bench.Remote.AddContact("c1@example.com", [book]);
        bench.Remote.Unsubscribe("c1@example.com", book);
        bench.Wait(5);
        bench.Remote.Unsubscribe("c1@example.com");
        bench.Wait(5);
        bench.Remote.Resubscribe("c1@example.com");
        bench.Wait(5);

        await bench.RunUntilQuietAsync();

        Assert.Equal(["c2@example.com"], bench.ReachableIn());
        Assert.Equal("000001", Assert.Single(shop.OptOuts).ItemId);
        Assert.Equal(Reachability.OptedOut, (await bench.MembershipAsync("c1@example.com"))!.Status.Reachability);
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task OP4_EventsOfAReturn_AreOnePerItem()
    {
        var (customers, vips) = (new Shop(), new Shop());
        customers.Add(SyncBench.Customers(2));
        vips.Add(SyncBench.Customers(2));
        var handler = new RecordingHandler();
        await using var bench = await SyncBench.StartAsync([customers.AsList("customers", "Customers"), vips.AsList("vips", "Vips")], extend: handler.AddTo);
        await bench.RunUntilQuietAsync();
        bench.Remote.Unsubscribe("c1@example.com");
        bench.Wait(5);
        await bench.RunUntilQuietAsync();
        bench.Remote.Resubscribe("c1@example.com", bench.Book("Vips"));
        bench.Wait(5);

        await bench.RunUntilQuietAsync();

        Assert.Equal(["customers", "vips"], handler.Accepted.OfType<ContactReachableAgain>().Select(static back => back.ListName).Order(StringComparer.Ordinal));
        Assert.Empty(bench.Remote.Violations);
    }
}
