using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Connections;

/// <summary>Rules CN-1 and CN-2 at run time.</summary>
public sealed class ConnectionServiceTests
{
    [Fact]
    public async Task CN1_ConnectToANewBook_CreatesIt_AsksForARun_AndIsExported()
    {
        var (_, bench) = await UnconnectedAsync(3);
        await using var __ = bench;
        bench.Remote.CreateAddressBook("Free");
        await SyncBench.SucceedAsync(bench.CycleAsync());
        var service = Service(bench);
        Assert.Equal(["Free"], (await service.GetFreeAddressBooksAsync(SyncBench.Id, SyncBench.Cancel)).Select(static book => book.Name));

        var connection = await service.ConnectAsync(
            SyncBench.Id, "customers", AddressBookChoice.New("Fresh", AddressBookAccess.Public), new ConnectionSettings { OptOutAction = OptOutAction.UnsubscribeFromAccount }, SyncBench.Cancel);

        Assert.Equal(("Fresh", ConnectionState.Live, OptOutAction.UnsubscribeFromAccount), (connection.AddressBook, connection.State, connection.Settings.OptOutAction));
        Assert.Contains("cycle", await bench.Store.Locks.TakeRequestsAsync(SyncBench.Id, SyncBench.Cancel));
        await bench.RunUntilQuietAsync();
        Assert.Equal(3, bench.ReachableIn("Fresh").Count);
        Assert.Equal(["Free"], (await service.GetFreeAddressBooksAsync(SyncBench.Id, SyncBench.Cancel)).Select(static book => book.Name));
    }

    [Fact]
    public async Task CN1_FreeBooks_AreSearchedAndPaged()
    {
        var (_, bench) = await UnconnectedAsync(1);
        await using var __ = bench;
        for (var i = 1; i <= 25; i++)
        {
            bench.Remote.CreateAddressBook($"Book {i:D2}");
        }

        await SyncBench.SucceedAsync(bench.CycleAsync());
        var service = Service(bench);

        var second = await service.FindFreeAddressBooksAsync(SyncBench.Id, new AddressBookQuery { Skip = 10, Take = 10 }, SyncBench.Cancel);
        var found = await service.FindFreeAddressBooksAsync(SyncBench.Id, new AddressBookQuery { Text = " bOOK 1" }, SyncBench.Cancel);
        var past = await service.FindFreeAddressBooksAsync(SyncBench.Id, new AddressBookQuery { Skip = 99 }, SyncBench.Cancel);

        Assert.Equal(("Book 11", "Book 20", 25, 25), (second.Books[0].Name, second.Books[^1].Name, second.Matching, second.Total));
        Assert.Equal((10, 10, 25), (found.Books.Count, found.Matching, found.Total));
        Assert.Equal((0, 25), (past.Books.Count, past.Matching));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => service.FindFreeAddressBooksAsync(SyncBench.Id, new AddressBookQuery { Take = 0 }, SyncBench.Cancel));
    }

    [Fact]
    public async Task BL1_ASync_IsAskedForAConnectedListOnly()
    {
        var (_, bench) = await UnconnectedAsync(1);
        await using var __ = bench;
        var service = Service(bench);
        await Assert.ThrowsAsync<MarketingListException>(() => service.RequestSyncAsync(SyncBench.Id, "customers", SyncBench.Cancel));
        await service.ConnectAsync(SyncBench.Id, "customers", AddressBookChoice.New("Fresh"), null, SyncBench.Cancel);
        await bench.RunUntilQuietAsync();
        var asked = await bench.Store.Locks.TakeRequestsAsync(SyncBench.Id, SyncBench.Cancel);
        await bench.Store.Locks.CompleteRequestsAsync(SyncBench.Id, [.. asked], SyncBench.Cancel);
        Assert.Empty(await bench.Store.Locks.TakeRequestsAsync(SyncBench.Id, SyncBench.Cancel));

        await service.RequestSyncAsync(SyncBench.Id, "customers", SyncBench.Cancel);

        Assert.Equal(["cycle"], await bench.Store.Locks.TakeRequestsAsync(SyncBench.Id, SyncBench.Cancel));
    }

    [Fact]
    public async Task CN1_NewBookOfAnInterruptedTry_IsFoundAgain_NotMadeTwice()
    {
        var (_, bench) = await UnconnectedAsync(1);
        await using var __ = bench;
        bench.Remote.CreateAddressBook("Fresh");

        await Service(bench).ConnectAsync(SyncBench.Id, "customers", AddressBookChoice.New(" fresh "), null, SyncBench.Cancel);

        Assert.Single(bench.Remote.AddressBooks, static book => string.Equals(book.Name, "Fresh", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task CN1_TakenReservedMissingOrSecondBook_IsRefused_AndNothingIsStored()
    {
        var (_, bench) = await UnconnectedAsync(1, new Shop().AsList("other", "Taken"));
        await using var __ = bench;
        await SyncBench.SucceedAsync(bench.CycleAsync());
        var service = Service(bench);

        AddressBookChoice[] choices =
        [
            AddressBookChoice.Existing(bench.Book("Taken")), AddressBookChoice.New("Taken"), AddressBookChoice.New("all contacts"), AddressBookChoice.Existing(987_654),
            AddressBookChoice.Existing(bench.Book("All Contacts")), AddressBookChoice.Existing(bench.Book("Test")),
        ];
        foreach (var choice in choices)
        {
            await Assert.ThrowsAsync<MarketingListException>(() => service.ConnectAsync(SyncBench.Id, "customers", choice, null, SyncBench.Cancel));
        }

        await Assert.ThrowsAsync<MarketingListException>(() => service.ConnectAsync(SyncBench.Id, "other", AddressBookChoice.New("Second"), null, SyncBench.Cancel));
        await Assert.ThrowsAsync<MarketingListException>(() => service.ConnectAsync(SyncBench.Id, "nobody", AddressBookChoice.New("Second"), null, SyncBench.Cancel));
        Assert.Single(await service.GetConnectionsAsync(SyncBench.Id, SyncBench.Cancel));
        Assert.DoesNotContain(bench.Remote.AddressBooks, static book => book.Name == "Second");
    }

    [Fact]
    public async Task CN1_AListThatIsConnectedInAnotherAccount_IsRefused_UntilItIsNot()
    {
        var shop = new Shop();
        var other = new AccountId("second");
        await using var bench = await SyncBench.StartAsync(
            [shop.AsList("customers", "unused") with { Account = null, AddressBook = null }],
            static options => options.Accounts["second"] = new AccountSettings { UserName = "u", Password = "p", Endpoint = new Uri("http://127.0.0.1:1") });
        ConnectionRecord stored;
        await using (var unit = await bench.Store.BeginAsync(other, SyncBench.Cancel))
        {
            stored = await unit.Connections.SaveAsync(new ConnectionRecord { Id = 0, ListName = "customers", AddressBookId = 9, ConnectedAt = bench.Emulator.Clock.GetUtcNow() }, SyncBench.Cancel);
            await unit.CommitAsync(SyncBench.Cancel);
        }

        var refused = await Assert.ThrowsAsync<MarketingListException>(() => Service(bench).ConnectAsync(SyncBench.Id, "customers", AddressBookChoice.New("Second"), null, SyncBench.Cancel));

        Assert.Contains("account 'second'", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Remote.AddressBooks, static book => book.Name == "Second");
        await Service(bench).DisconnectAsync(other, "customers", MembersOnDisconnect.Leave, SyncBench.Cancel);
        await Service(bench).ConnectAsync(SyncBench.Id, "customers", AddressBookChoice.New("Second"), null, SyncBench.Cancel);
    }

    [Fact]
    public async Task CN2_AfterADisconnect_TheHostIsToldNothingAnyMore_ThatWasStillToBeTold()
    {
        var (shop, bench) = await TwoWayAsync();
        await using var __ = bench;
        shop.RefusesChange = static _ => "not now";
        bench.Remote.SetDataField("c1@example.com", "TOWN", "Paris");
        bench.Wait(5);
        await bench.CycleAsync();
        var contact = (await bench.ContactAsync("c1@example.com"))!.Id;
        Assert.Single(await bench.ReadAsync(unit => unit.HostWrites.FindAsync([contact], SyncBench.Cancel)));

        await Service(bench).DisconnectAsync(SyncBench.Id, "customers", MembersOnDisconnect.Leave, SyncBench.Cancel);
        shop.RefusesChange = static _ => null;
        bench.Wait(120);
        await bench.RunUntilQuietAsync();

        Assert.Empty(await bench.ReadAsync(unit => unit.HostWrites.FindAsync([contact], SyncBench.Cancel)));
        Assert.Equal("Town1", shop["000001"].Town);
    }

    [Fact]
    public async Task IM5_AListThatWasConnectedBefore_CreatesEntitiesOnceItsConnectionSaysSo()
    {
        var (shop, bench) = await TwoWayAsync();
        await using var __ = bench;
        bench.Lists[0] = bench.Lists[0] with { CreateEntities = true };
        await bench.RestartAsync();
        bench.Remote.AddContact("new@example.com", [bench.Book()]);
        bench.Wait(5);
        await bench.RunUntilQuietAsync();
        Assert.Empty(shop.Created);

        var changed = await Service(bench).UpdateAsync(SyncBench.Id, "customers", new ConnectionSettings { CreateEntities = true }, SyncBench.Cancel);
        await Service(bench).UpdateAsync(SyncBench.Id, "customers", new ConnectionSettings { OptOutAction = OptOutAction.UnsubscribeFromAccount }, SyncBench.Cancel);
        await bench.RunUntilQuietAsync();

        Assert.True(changed.Settings.CreateEntities);
        Assert.Equal("new@example.com", Assert.Single(shop.Created).Email);
    }

    [Fact]
    public async Task IM5_AListWithoutAWriter_IsNotSwitchedToCreateEntities_AndTheErrorSaysWhatToDo()
    {
        var (_, bench) = await TwoWayAsync(static list => list with { Writer = null, Mapping = [] });
        await using var __ = bench;

        var refused = await Assert.ThrowsAsync<MarketingListException>(() => Service(bench).UpdateAsync(SyncBench.Id, "customers", new ConnectionSettings { CreateEntities = true }, SyncBench.Cancel));

        Assert.Contains("writer", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<(Shop Shop, SyncBench Bench)> TwoWayAsync(Func<MarketingList, MarketingList>? change = null)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        var list = shop.AsList("customers", "Customers", [new() { DataField = "TOWN", Fields = ["Town"], IsTwoWay = true }]);
        var bench = await SyncBench.StartAsync([change?.Invoke(list) ?? list]);
        await bench.RunUntilQuietAsync();
        return (shop, bench);
    }

    [Fact]
    public async Task CN2_DisconnectThatRemoves_TakesOutWhomWeAdded_AndNobodyElse()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(4));
        await using var bench = await SyncBench.StartAsync(shop);
        var book = bench.Remote.CreateAddressBook("Customers");
        bench.Remote.AddContact("c1@example.com", [book]);
        bench.Remote.AddContact("stranger@example.com", [book]);
        await bench.SettleAsync();
        bench.Remote.Unsubscribe("c2@example.com", book);
        await SyncBench.SucceedAsync(bench.CycleAsync());

        await Service(bench).DisconnectAsync(SyncBench.Id, "customers", MembersOnDisconnect.RemoveAdded, SyncBench.Cancel);
        await bench.RunUntilQuietAsync();

        Assert.Equal(["c1@example.com", "stranger@example.com"], bench.ReachableIn());
        Assert.Equal(Dotdigital.Sdk.Integration.Contacts.Reachability.OptedOut, (await bench.MembershipAsync("c2@example.com"))!.Status.Reachability);
        var ended = Assert.Single(await Service(bench).GetConnectionsAsync(SyncBench.Id, SyncBench.Cancel));
        Assert.Equal((ConnectionState.Ended, AddedMembersState.Left), (ended.State, ended.AddedMembers));
    }

    [Fact]
    public async Task CN2_DisconnectThatRemoves_TakesOutWhoOptedOutOfTheAccount_SoThatNoReturnBringsThemBackIntoTheBook()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        bench.Remote.Suppress("c1@example.com", EmulatedStatus.Unsubscribed);
        bench.Remote.Suppress("c2@example.com", EmulatedStatus.Suppressed);
        bench.Remote.Unsubscribe("c2@example.com", bench.Book());
        await SyncBench.SucceedAsync(bench.CycleAsync());

        await Service(bench).DisconnectAsync(SyncBench.Id, "customers", MembersOnDisconnect.RemoveAdded, SyncBench.Cancel);
        await bench.RunUntilQuietAsync();
        bench.Wait(5);
        bench.Remote.Resubscribe("c1@example.com");
        bench.Remote.Resubscribe("c2@example.com");
        await bench.RunUntilQuietAsync();

        Assert.Empty(bench.ReachableIn());
        Assert.Null(await bench.MembershipAsync("c1@example.com"));
        Assert.Equal(Dotdigital.Sdk.Integration.Contacts.Reachability.OptedOut, (await bench.MembershipAsync("c2@example.com"))!.Status.Reachability);
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task CN2_DisconnectThatRemoves_SurvivesKills_AndWaitsForBatchesThatTravel()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(6));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        bench.Remote.Behaviour = bench.Remote.Behaviour with { ImportDelay = TimeSpan.FromMinutes(30), DeletionDelay = TimeSpan.FromMinutes(5) };
        shop["000001"] = shop["000001"] with { FirstName = "Travels" };
        await bench.ChangeAsync("000001");
        await SyncBench.SucceedAsync(bench.CycleAsync());
        await Service(bench).DisconnectAsync(SyncBench.Id, "customers", MembersOnDisconnect.RemoveAdded, SyncBench.Cancel);

        for (var commit = 1; commit <= 31; commit += 3)
        {
            bench.Kills.At(commit, afterCommit: commit % 2 == 0);
            try
            {
                await bench.CycleAsync();
                await bench.WaitAndAskAsync();
            }
            catch (AccountLeaseLostException) when (bench.Kills.IsDead)
            {
                await bench.RestartAsync();
            }

            bench.Wait(10);
        }

        bench.Kills.Revive();
        await bench.RunUntilQuietAsync();
        Assert.Empty(bench.ReachableIn());
        Assert.Equal(AddedMembersState.Left, (await Service(bench).GetConnectionsAsync(SyncBench.Id, SyncBench.Cancel))[0].AddedMembers);
    }

    [Fact]
    public async Task CN2_DisconnectThatLeaves_KeepsAll_AndCodeDoesNotConnectAgain_AndAnotherListRemovesNoneOfThem()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(4));
        var other = new Shop();
        other.Add([.. SyncBench.Customers(2), new ShopRow("n1", "new@example.com")]);
        await using var bench = await SyncBench.StartAsync([shop.AsList("customers", "Customers"), other.AsList("other", "Other") with { Account = null, AddressBook = null }]);
        await bench.SettleAsync();

        await Service(bench).DisconnectAsync(SyncBench.Id, "customers", MembersOnDisconnect.Leave, SyncBench.Cancel);
        await bench.RunUntilQuietAsync();
        Assert.Equal(4, bench.ReachableIn().Count);
        Assert.Equal(ConnectionState.Ended, Assert.Single(await Service(bench).GetConnectionsAsync(SyncBench.Id, SyncBench.Cancel)).State);

        await Service(bench).ConnectAsync(SyncBench.Id, "other", AddressBookChoice.Existing(bench.Book()), null, SyncBench.Cancel);
        await bench.RunUntilQuietAsync();
        Assert.Equal(5, bench.ReachableIn().Count);
        shop["000004"] = shop["000004"] with { IsOptedOut = true };
        await bench.RunUntilQuietAsync();
        Assert.DoesNotContain("c4@example.com", bench.ReachableIn());

        await Service(bench).DisconnectAsync(SyncBench.Id, "other", MembersOnDisconnect.RemoveAdded, SyncBench.Cancel);
        await bench.RunUntilQuietAsync();
        Assert.Equal(["c1@example.com", "c2@example.com", "c3@example.com"], bench.ReachableIn());
    }

    [Fact]
    public async Task CN2_MembersWhomAnotherListClaimsFirst_Stay()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(4));
        var other = new Shop();
        other.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync([shop.AsList("customers", "Customers"), other.AsList("other", "Other") with { Account = null, AddressBook = null }]);
        await bench.SettleAsync();

        await Service(bench).DisconnectAsync(SyncBench.Id, "customers", MembersOnDisconnect.RemoveAdded, SyncBench.Cancel);
        await Service(bench).ConnectAsync(SyncBench.Id, "other", AddressBookChoice.Existing(bench.Book()), null, SyncBench.Cancel);
        bench.Remote.ClearRequests();
        await bench.RunUntilQuietAsync();

        Assert.Equal(["c1@example.com", "c2@example.com"], bench.ReachableIn());
        Assert.DoesNotContain(bench.Remote.Requests, static request => request.PathAndQuery.EndsWith("/contacts/import", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task CN1_EnabledAgain_ComparesAll()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        await Service(bench).DisableAsync(SyncBench.Id, "customers", SyncBench.Cancel);
        shop["000002"] = shop["000002"] with { FirstName = "Untracked" };
        shop.Remove("000003");
        await bench.RunUntilQuietAsync();
        Assert.Equal("First2", bench.Remote.Contact("c2@example.com")!.DataFields["FIRSTNAME"]);
        Assert.Equal(3, bench.ReachableIn().Count);

        await Service(bench).EnableAsync(SyncBench.Id, "customers", SyncBench.Cancel);
        await bench.RunUntilQuietAsync();

        Assert.Equal("Untracked", bench.Remote.Contact("c2@example.com")!.DataFields["FIRSTNAME"]);
        Assert.Equal(2, bench.ReachableIn().Count);
    }

    [Fact]
    public async Task CN2_DisconnectedDuringARun_SendsNoBatchAfterIt()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        await SyncBench.SucceedAsync(bench.ImportAsync());
        shop.BeforeKeys = () => Service(bench).DisconnectAsync(SyncBench.Id, "customers", MembersOnDisconnect.Leave, SyncBench.Cancel);

        await bench.ExportAsync();

        Assert.Empty(await bench.BatchesAsync());
        Assert.Empty(bench.ReachableIn());
    }

    [Fact]
    public async Task CN1_SwitchedToAnotherBook_LeavesTheFormerOneAndFillsTheOther()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();

        await Service(bench).UpdateAsync(SyncBench.Id, "customers", new ConnectionSettings { CreateEntities = true, LeaverAction = LeaverAction.LeaveInAddressBook, OptOutAction = OptOutAction.RemoveFromAddressBook }, SyncBench.Cancel);

        var switched = await Service(bench).SwitchAsync(SyncBench.Id, "customers", AddressBookChoice.New("Second"), MembersOnDisconnect.RemoveAdded, SyncBench.Cancel);
        await bench.RunUntilQuietAsync();

        Assert.Equal((true, LeaverAction.LeaveInAddressBook, OptOutAction.RemoveFromAddressBook), (switched.Settings.CreateEntities, switched.Settings.LeaverAction, switched.Settings.OptOutAction));
        Assert.Empty(bench.ReachableIn());
        Assert.Equal(3, bench.ReachableIn("Second").Count);
        Assert.Equal([ConnectionState.Ended, ConnectionState.Live], (await Service(bench).GetConnectionsAsync(SyncBench.Id, SyncBench.Cancel)).Select(static connection => connection.State));
    }

    [Fact]
    public async Task IM1_BookThatIsGone_FailsNoStep_AndCannotBeEnabledAgain()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        bench.Remote.CreateAddressBook("Another");
        await bench.SettleAsync();
        bench.Remote.DeleteAddressBook(bench.Book());

        await SyncBench.SucceedAsync(bench.CycleAsync());

        await Assert.ThrowsAsync<MarketingListException>(() => Service(bench).EnableAsync(SyncBench.Id, "customers", SyncBench.Cancel));
    }

    private static IConnectionService Service(SyncBench bench) => bench.Services.GetRequiredService<IConnectionService>();

    private static async Task<(Shop Shop, SyncBench Bench)> UnconnectedAsync(int customers, params IEnumerable<MarketingList> others)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(customers));
        return (shop, await SyncBench.StartAsync([shop.AsList("customers", "unused") with { Account = null, AddressBook = null }, .. others]));
    }
}
