using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.OptOuts;

/// <summary>What the host is told, and how long it is told (rule OP-4).</summary>
public sealed class HostCommandTests
{
    [Fact]
    public async Task OP4_EveryItemWithTheAddress_InEveryList_GetsOneCommand()
    {
        var (customers, vips) = (new Shop(), new Shop());
        customers.Add(SyncBench.Customers(2));
        customers.Add(new ShopRow("twin", "c1@example.com", "Twin"));
        vips.Add(SyncBench.Customers(2));
        var handler = new RecordingHandler();
        await using var bench = await SyncBench.StartAsync([customers.AsList("customers", "Customers"), vips.AsList("vips", "Vips")], extend: handler.AddTo);
        await bench.RunUntilQuietAsync();
        bench.Remote.Suppress("c1@example.com");
        bench.Wait(5);

        await bench.RunUntilQuietAsync();
        await bench.RestartAsync();
        await bench.RunUntilQuietAsync();

        Assert.Equal(
            ["customers/000001", "customers/twin", "vips/000001"],
            handler.OptOuts.Select(static told => $"{told.ListName}/{told.ItemId}").Order(StringComparer.Ordinal));
        Assert.All(handler.OptOuts, static told => Assert.True(told.IsAccountWide));
        Assert.Equal(3, handler.OptOuts.Select(static told => told.EventId).Distinct().Count());
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task OP4_TheSameStateRewritten_IsNoTransition()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        bench.Remote.Unsubscribe("c1@example.com", bench.Book());
        bench.Wait(5);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        bench.Remote.Suppress("c1@example.com", EmulatedStatus.IspComplained);
        bench.Remote.SetDataField("c1@example.com", "TOWN", "Elsewhere");
        bench.Wait(5);

        await bench.RunUntilQuietAsync();

        Assert.Single(shop.OptOuts);
        Assert.Empty(bench.Remote.Violations);
    }

    [Theory]
    [InlineData(EmulatedStatus.HardBounced, true)]
    [InlineData(EmulatedStatus.NoMxRecord, true)]
    [InlineData(EmulatedStatus.IspComplained, false)]
    [InlineData(EmulatedStatus.DirectComplaint, false)]
    [InlineData(EmulatedStatus.MailBlocked, false)]
    [InlineData(EmulatedStatus.SharedSuppression, false)]
    [InlineData(EmulatedStatus.DomainSuppression, false)]
    [InlineData(EmulatedStatus.NotAllowed, false)]
    public async Task S2_EveryKindOfOptOut_ReachesTheHost_AsUndeliverableOrOptedOut(EmulatedStatus status, bool isUndeliverable)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        bench.Remote.Suppress("c1@example.com", status);
        bench.Wait(5);

        await bench.RunUntilQuietAsync();

        var told = Assert.Single(shop.OptOuts);
        Assert.Equal(("000001", isUndeliverable, status.ToString()), (told.ItemId, told.Notice.IsUndeliverable, told.Notice.Reason));
        Assert.Equal(["c2@example.com"], bench.ReachableIn());
    }

    [Fact]
    public async Task S2_Withheld_IsNotExportedNotRemoved_AndTheHostIsLeftAlone()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        bench.Remote.Suppress("c1@example.com", EmulatedStatus.PendingOptIn);
        bench.Wait(5);
        shop["000001"] = shop["000001"] with { FirstName = "Changed" };
        await SyncBench.SucceedAsync(bench.CycleAsync());
        await bench.ChangedAsync("000001");
        await bench.ProcessChangesAsync();

        await bench.RunUntilQuietAsync();

        Assert.Empty(shop.OptOuts);
        Assert.Null(await bench.OptOutOfAsync("000001"));
        Assert.Equal("First1", bench.Remote.Contact("c1@example.com")!.DataFields["FIRSTNAME"]);
        Assert.Single(bench.Remote.Contact("c1@example.com")!.Memberships);
    }

    [Fact]
    public async Task OP4_AHandlerThatThrows_IsAskedAgainWithTheSameId_LaterAndLater_WithoutStoppingAnybody()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        var handler = new RecordingHandler { Refuses = static happened => happened is ContactOptedOut { ItemId: "000001" } };
        await using var bench = await SyncBench.StartAsync(shop, extend: handler.AddTo);
        await bench.RunUntilQuietAsync();
        bench.Remote.Unsubscribe("c1@example.com");
        bench.Remote.Unsubscribe("c2@example.com");
        bench.Wait(5);

        var first = await bench.CycleAsync();
        var again = await bench.CycleAsync();
        Assert.Equal(StepNames.DeliverEvents, Assert.Single(first.Failures).Step);
        Assert.Empty(again.Failures);
        Assert.Single(handler.Refused);
        Assert.Equal("000002", Assert.Single(handler.OptOuts).ItemId);
        bench.Emulator.Clock.Advance(TimeSpan.FromSeconds(31));
        await bench.CycleAsync();
        Assert.Equal(2, handler.Refused.Count);
        bench.Emulator.Clock.Advance(TimeSpan.FromSeconds(31));
        await bench.CycleAsync();
        Assert.Equal(2, handler.Refused.Count);
        handler.Refuses = static _ => false;
        bench.Wait(2);
        await bench.CycleAsync();

        Assert.Equal(["000002", "000001"], handler.OptOuts.Select(static told => told.ItemId));
        Assert.Equal(handler.Refused[0].EventId, handler.OptOuts.Last().EventId);
        Assert.Single(handler.Refused.Select(static told => told.EventId).Distinct());
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task OP4_CommandsOfOnePerson_StayInOrder_WhileTheFirstIsRefused()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        var handler = new RecordingHandler { Refuses = static happened => happened is ContactOptedOut };
        await using var bench = await SyncBench.StartAsync(shop, extend: handler.AddTo);
        await bench.RunUntilQuietAsync();
        bench.Remote.Unsubscribe("c1@example.com");
        bench.Wait(5);
        await bench.CycleAsync();
        bench.Remote.Resubscribe("c1@example.com");
        bench.Wait(1);
        await bench.ImportAsync();
        Assert.Empty(handler.Accepted.OfType<ContactReachableAgain>());
        handler.Refuses = static _ => false;
        bench.Wait(60);

        await bench.ImportAsync();

        Assert.Equal(
            [nameof(ContactOptedOut), nameof(ContactReachableAgain)],
            handler.Accepted.Where(static happened => happened is ContactOptedOut or ContactReachableAgain).Select(static happened => happened.GetType().Name));
    }

    [Fact]
    public async Task OP4_ACommandRefusedTooOften_IsSetAside_AndTheNextOfThePersonGoesOn()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        var handler = new RecordingHandler { Refuses = static happened => happened is ContactOptedOut };
        await using var bench = await SyncBench.StartAsync(shop, extend: handler.AddTo);
        await bench.RunUntilQuietAsync();
        bench.Remote.Unsubscribe("c1@example.com");
        bench.Wait(5);
        for (var i = 0; i < 25; i++)
        {
            await bench.ExportAsync();
            bench.Wait(61);
        }

        Assert.Equal(20, handler.Refused.Count);
        Assert.Equal((0, 1), await bench.ReadAsync(unit => unit.Outbox.CountAsync(SyncBench.Cancel)));
        bench.Remote.Resubscribe("c1@example.com");
        bench.Wait(5);
        await bench.ImportAsync();
        Assert.Single(handler.Accepted.OfType<ContactReachableAgain>());
    }

    [Fact]
    public async Task OP4_KilledAfterDelivery_DeliversAgainWithTheSameId()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        using var kill = new CancellationTokenSource();
        var handler = new RecordingHandler();
        await using var bench = await SyncBench.StartAsync(shop, extend: handler.AddTo);
        await bench.RunUntilQuietAsync();
        bench.Remote.Unsubscribe("c1@example.com");
        bench.Remote.Unsubscribe("c2@example.com");
        bench.Wait(5);
        handler.Refuses = happened =>
        {
            if (happened is ContactOptedOut { ItemId: "000002" } && !kill.IsCancellationRequested)
            {
                kill.Cancel();
                throw new OperationCanceledException(kill.Token);
            }

            return false;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.CycleAsync(cancellationToken: kill.Token));
        await bench.RestartAsync();
        await SyncBench.SucceedAsync(bench.CycleAsync());

        Assert.Equal(["000001", "000001", "000002"], handler.OptOuts.Select(static told => told.ItemId).Order(StringComparer.Ordinal));
        Assert.Equal(2, handler.OptOuts.Select(static told => told.EventId).Distinct().Count());
    }
}
