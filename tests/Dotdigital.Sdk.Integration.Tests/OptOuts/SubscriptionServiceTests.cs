using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.OptOuts;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.OptOuts;

/// <summary>What the host says for a person: a no is kept, told and never lost; a yes has one door (rules OP-3, OP-5).</summary>
public sealed class SubscriptionServiceTests
{
    private const string FromBook = "ApiContact_UnsubscribeContactFromAddressBook";
    private const string ToAccount = "ApiContact_ResubscribeContact";
    private const string ToBook = "ApiContact_ResubscribeContactToAddressBook";

    private static readonly ResubscribeEvidence Evidence = new()
    {
        RequestedAt = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero), Description = "Ticked the newsletter box of the profile page.",
    };

    [Fact]
    public async Task OP3_OptOut_IsToldInTheNextCycle_AndThePersonIsNeverSentAgain()
    {
        var shop = NewShop();
        await using var bench = await SettledAsync(shop);

        await OptOutAsync(bench);
        Assert.Equal([JobNames.Cycle], await bench.Store.Locks.TakeRequestsAsync(SyncBench.Id, SyncBench.Cancel));
        var next = await bench.CycleAsync();
        shop["000001"] = shop["000001"] with { FirstName = "Changed" };
        await bench.ChangeAsync("000001");
        await bench.RunUntilQuietAsync();

        Assert.Equal(1, next.Steps.Single(static step => step.Step == StepNames.TellHostOptOuts).Sent);
        Assert.Equal(["c2@example.com"], bench.ReachableIn());
        Assert.Equal("First1", bench.Remote.Contact("c1@example.com")!.DataFields["FIRSTNAME"]);
        Assert.Equal(1, bench.Remote.CountOf(FromBook));
        Assert.Empty(shop.OptOuts);
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task OP3_OptOutTwice_BeforeAndAfterItWasTold_IsOne()
    {
        await using var bench = await SettledAsync(NewShop());

        await OptOutAsync(bench);
        await OptOutAsync(bench);
        await bench.RunUntilQuietAsync();
        await OptOutAsync(bench);
        await bench.RunUntilQuietAsync();

        Assert.Equal(1, bench.Remote.CountOf(FromBook));
        var kept = await bench.OptOutOfAsync("000001");
        Assert.Equal((OptOutOrigin.Host, true, "OptedOutInHost"), (kept!.Origin, kept.IsTold, kept.Reason));
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task OP3_OptOut_InTheMiddleOfARun_IsRememberedAndNotLost()
    {
        var shop = NewShop();
        await using var bench = await SyncBench.StartAsync(shop);
        shop.BeforeKeys = () =>
        {
            shop.BeforeKeys = null;
            return OptOutAsync(bench);
        };

        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.Null(shop.BeforeKeys);
        Assert.Equal([JobNames.Cycle], await bench.Store.Locks.TakeRequestsAsync(SyncBench.Id, SyncBench.Cancel));
        await bench.RunUntilQuietAsync();

        Assert.Equal(["c2@example.com"], bench.ReachableIn());
        Assert.True((await bench.OptOutOfAsync("000001"))!.IsTold);
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task OP3_OptOut_OfWhoWasOnlyUndeliverable_BecomesThePersonsNo()
    {
        await using var bench = await SettledAsync(NewShop());
        bench.Remote.HardBounce("c1@example.com");
        bench.Wait(5);
        await bench.RunUntilQuietAsync();
        Assert.True((await bench.OptOutOfAsync("000001"))!.IsUndeliverable);

        await OptOutAsync(bench);

        var kept = await bench.OptOutOfAsync("000001");
        Assert.Equal((OptOutOrigin.Host, false, false), (kept!.Origin, kept.IsUndeliverable, kept.IsTold));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OP3_OptOut_AfterAReturnThatWasNotReadYet_StandsAndIsToldAgain(bool saidInHost)
    {
        await using var bench = await SettledAsync(NewShop());
        if (saidInHost)
        {
            await OptOutAsync(bench);
        }
        else
        {
            bench.Remote.Unsubscribe("c1@example.com", bench.Book());
            bench.Wait(5);
        }

        await bench.RunUntilQuietAsync();
        bench.Wait(5);
        bench.Remote.Resubscribe("c1@example.com", bench.Book());
        bench.Wait(5);

        await OptOutAsync(bench);
        await bench.RunUntilQuietAsync();

        Assert.Equal(["c2@example.com"], bench.ReachableIn());
        Assert.True((await bench.OptOutOfAsync("000001"))!.IsTold);
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task OP3_OptOut_RefusesWhatItCannotKeep_WithoutSayingTheAddress()
    {
        await using var bench = await SyncBench.StartAsync(NewShop());
        var service = Service(bench);

        await Assert.ThrowsAsync<UnknownAccountException>(() => service.OptOutAsync(new AccountId("other"), "customers", "1", "a@example.com", SyncBench.Cancel));
        var list = await Assert.ThrowsAsync<MarketingListException>(() => service.OptOutAsync(SyncBench.Id, "nobody", "1", "a@example.com", SyncBench.Cancel));
        var email = await Assert.ThrowsAsync<ArgumentException>(() => service.OptOutAsync(SyncBench.Id, "customers", "1", "not-an-address", SyncBench.Cancel));

        Assert.Equal("nobody", list.List);
        Assert.Equal("email", email.ParamName);
        Assert.DoesNotContain("not-an-address", email.Message, StringComparison.Ordinal);
        Assert.Empty(await bench.Store.Locks.TakeRequestsAsync(SyncBench.Id, SyncBench.Cancel));
    }

    [Theory]
    [InlineData(null, EmulatedStatus.Unsubscribed, ResubscribeOutcome.Challenged, ToAccount)]
    [InlineData("customers", EmulatedStatus.Unsubscribed, ResubscribeOutcome.Challenged, ToBook)]
    [InlineData(null, EmulatedStatus.HardBounced, ResubscribeOutcome.CannotBeResubscribed, ToAccount)]
    [InlineData("customers", EmulatedStatus.IspComplained, ResubscribeOutcome.CannotBeResubscribed, ToBook)]
    [InlineData("customers", EmulatedStatus.Subscribed, ResubscribeOutcome.Added, ToBook)]
    public async Task OP5_Resubscribe_AsksOnce_AndTheAnswerIsReturnedAndToldOnce(string? list, EmulatedStatus status, ResubscribeOutcome expected, string operation)
    {
        var handler = new RecordingHandler();
        await using var bench = await SettledAsync(NewShop(), handler);
        bench.Remote.Suppress("c1@example.com", status);
        bench.Wait(5);
        await bench.RunUntilQuietAsync();
        var before = await bench.ContactAsync("c1@example.com");

        var answer = await Service(bench).ResubscribeAsync(SyncBench.Id, " C1@Example.com ", Evidence, list, SyncBench.Cancel);
        Assert.Equal(before, await bench.ContactAsync("c1@example.com"));
        await bench.RunUntilQuietAsync();
        await bench.RestartAsync();
        await bench.RunUntilQuietAsync();

        Assert.Equal(expected, answer.Outcome);
        var told = Assert.Single(handler.Accepted.OfType<ResubscriptionAnswered>());
        Assert.Equal(("c1@example.com", list, answer), (told.Email, told.ListName, told.Answer));
        Assert.Equal((Evidence.Description, Evidence.RequestedAt), (told.EvidenceDescription, told.EvidenceRequestedAt));
        Assert.Equal(1, bench.Remote.CountOf(operation));
        Assert.Equal(1, bench.Remote.Requests.Count(static request => request.Operation.Contains("Resubscribe", StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(expected == ResubscribeOutcome.Added ? 2 : 1, bench.ReachableIn().Count);
        Assert.Empty(bench.Remote.Violations);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OP5_AfterTheReturnIsRead_ThePersonIsExportedAgain_AndTheHostIsTold(bool isChallenged)
    {
        var shop = NewShop();
        var handler = new RecordingHandler();
        await using var bench = await SettledAsync(shop, handler);
        bench.Remote.Unsubscribe("c1@example.com");
        bench.Wait(5);
        await bench.RunUntilQuietAsync();
        shop["000001"] = shop["000001"] with { IsOptedOut = false, FirstName = "Changed" };
        await bench.ChangeAsync("000001");
        if (!isChallenged)
        {
            bench.Remote.Suppress("c1@example.com", EmulatedStatus.Subscribed);
        }

        var answer = await Service(bench).ResubscribeAsync(SyncBench.Id, "c1@example.com", Evidence, "customers", SyncBench.Cancel);
        await bench.RunUntilQuietAsync();
        if (isChallenged)
        {
            Assert.Empty(handler.Accepted.OfType<ContactReachableAgain>());
            bench.Remote.Resubscribe("c1@example.com", bench.Book());
            bench.Wait(5);
            await bench.RunUntilQuietAsync();
        }

        Assert.Equal(isChallenged ? ResubscribeOutcome.Challenged : ResubscribeOutcome.Added, answer.Outcome);
        Assert.Equal("000001", Assert.Single(handler.Accepted.OfType<ContactReachableAgain>()).ItemId);
        Assert.Null(await bench.OptOutOfAsync("000001"));
        Assert.Equal(2, bench.ReachableIn().Count);
        Assert.Equal("Changed", bench.Remote.Contact("c1@example.com")!.DataFields["FIRSTNAME"]);
        Assert.Equal(0, bench.Remote.CountOf(FromBook));
        Assert.Empty(bench.Remote.Violations);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public async Task OP5_WhoSaidNoToTheHost_AndWasNeverInTheBook_ComesThroughTheDoorWithTheirValues_UnlessTheNoCameLater(bool hasMoved, bool isLater)
    {
        var shop = NewShop();
        await using var bench = await SyncBench.StartAsync(shop);
        await OptOutAsync(bench);
        await bench.RunUntilQuietAsync();
        Assert.True((await bench.OptOutOfAsync("000001"))!.IsTold);
        var address = hasMoved ? "new@example.com" : "c1@example.com";
        shop["000001"] = shop["000001"] with { Email = address };
        await bench.RunUntilQuietAsync();
        Assert.Equal(["c2@example.com"], bench.ReachableIn());
        var now = bench.Emulator.Clock.GetUtcNow();

        var answer = await Service(bench).ResubscribeAsync(SyncBench.Id, address, Evidence with { RequestedAt = isLater ? now : now.AddDays(-1) }, "customers", SyncBench.Cancel);
        await bench.RunUntilQuietAsync();

        Assert.Equal(ResubscribeOutcome.Added, answer.Outcome);
        Assert.Equal(isLater, await bench.OptOutOfAsync("000001") is null);
        Assert.Equal(isLater ? "First1" : null, bench.Remote.Contact(address)!.DataFields.GetValueOrDefault("FIRSTNAME"));
        Assert.Equal(2, bench.ReachableIn().Count);
        Assert.Empty(shop.OptOuts);
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task OP5_Resubscribe_WhoseAnswerIsLost_IsThrown_NotRepeated_AndNothingIsTold()
    {
        var handler = new RecordingHandler();
        await using var bench = await SettledAsync(NewShop(), handler);
        bench.Emulator.Faults.Add(new Fault(FaultKind.DropAfterAccept) { Operation = ToAccount });

        await Assert.ThrowsAnyAsync<DotdigitalException>(() => Service(bench).ResubscribeAsync(SyncBench.Id, "c1@example.com", Evidence, cancellationToken: SyncBench.Cancel));
        await bench.RunUntilQuietAsync();

        Assert.Equal(1, bench.Remote.CountOf(ToAccount));
        Assert.Empty(handler.Accepted.OfType<ResubscriptionAnswered>());
    }

    [Fact]
    public async Task OP5_Resubscribe_WithoutEvidenceOrConnection_AsksNothing()
    {
        await using var bench = await SyncBench.StartAsync(NewShop());
        var service = Service(bench);

        var blank = await Assert.ThrowsAsync<ArgumentException>(() => service.ResubscribeAsync(SyncBench.Id, "c1@example.com", Evidence with { Description = " " }, cancellationToken: SyncBench.Cancel));
        await Assert.ThrowsAsync<ArgumentNullException>(() => service.ResubscribeAsync(SyncBench.Id, "c1@example.com", null!, cancellationToken: SyncBench.Cancel));
        var unconnected = await Assert.ThrowsAsync<MarketingListException>(() => service.ResubscribeAsync(SyncBench.Id, "c1@example.com", Evidence, "customers", SyncBench.Cancel));
        await Assert.ThrowsAsync<UnknownAccountException>(() => service.ResubscribeAsync(new AccountId("other"), "c1@example.com", Evidence, cancellationToken: SyncBench.Cancel));

        Assert.Equal("evidence", blank.ParamName);
        Assert.Equal("customers", unconnected.List);
        Assert.Empty(bench.Remote.Requests);
    }

    [Theory]
    [InlineData(OptOutAction.UnsubscribeFromAddressBook)]
    [InlineData(OptOutAction.RemoveFromAddressBook)]
    public async Task CN2_AfterADisconnect_OptOutsOfThoseWeAdded_AreTold_AndOfOthersNot(OptOutAction action)
    {
        var shop = NewShop();
        await using var bench = await SyncBench.StartAsync([shop.AsList("customers", "Customers") with { OptOutAction = action }]);
        bench.Remote.AddContact("before@example.com", [bench.Remote.CreateAddressBook("Customers")]);
        await bench.RunUntilQuietAsync();
        await DisconnectAsync(bench);
        shop["000001"] = shop["000001"] with { IsOptedOut = true };
        shop.Add(new ShopRow("before", "before@example.com", "Before") { IsOptedOut = true });
        await OptOutAsync(bench, "000002", "c2@example.com");

        await bench.RunUntilQuietAsync();
        await bench.RunUntilQuietAsync();

        Assert.Equal(["before@example.com"], bench.ReachableIn());
        Assert.Equal(action == OptOutAction.UnsubscribeFromAddressBook ? 2 : 0, bench.Remote.CountOf(FromBook));
        Assert.True((await bench.OptOutOfAsync("000001"))!.IsTold);
        Assert.True((await bench.OptOutOfAsync("000002"))!.IsTold);
        Assert.False((await bench.OptOutOfAsync("before"))!.IsTold);
        Assert.Empty(bench.Remote.Violations);
    }

    private static Shop NewShop()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        return shop;
    }

    private static async Task<SyncBench> SettledAsync(Shop shop, RecordingHandler? handler = null)
    {
        var bench = await SyncBench.StartAsync(shop, extend: handler is null ? null : handler.AddTo);
        await bench.RunUntilQuietAsync();
        return bench;
    }

    private static ISubscriptionService Service(SyncBench bench) => bench.Services.GetRequiredService<ISubscriptionService>();

    private static Task OptOutAsync(SyncBench bench, string itemId = "000001", string email = "c1@example.com") =>
        Service(bench).OptOutAsync(SyncBench.Id, "customers", itemId, email, SyncBench.Cancel);

    private static async Task DisconnectAsync(SyncBench bench)
    {
        await using var unit = await bench.Store.BeginAsync(SyncBench.Id, SyncBench.Cancel);
        var connection = Assert.Single(await unit.Connections.GetAllAsync(SyncBench.Cancel));
        await unit.Connections.SaveAsync(connection with { DisconnectedAt = bench.Emulator.Clock.GetUtcNow() }, SyncBench.Cancel);
        await unit.CommitAsync(SyncBench.Cancel);
    }
}
