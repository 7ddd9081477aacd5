using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Connections;

/// <summary>Rule CN-3.</summary>
public sealed class OneListTests
{
    [Fact]
    public async Task CN3_ARunForOneList_ConnectsAddsAndRemovesOnlyThere_AndTheNextRunDoesTheRest()
    {
        var (people, members) = (new Shop(), new Shop());
        people.Add(SyncBench.Customers(3));
        members.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync([people.AsList("customers", "Customers"), members.AsList("members", "Members")]);
        var only = new RunOptions { ListName = "customers" };
        await SyncBench.SucceedAsync(bench.CycleAsync(only));
        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());
        Assert.Equal(3, bench.ReachableIn().Count);
        Assert.DoesNotContain(bench.Remote.AddressBooks, static book => book.Name == "Members");
        await bench.RunUntilQuietAsync();
        people.Remove("000001");
        members.Remove("000002");

        await SyncBench.SucceedAsync(bench.CycleAsync(only));
        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());

        Assert.Equal(["c2@example.com", "c3@example.com"], bench.ReachableIn());
        Assert.Equal(3, bench.ReachableIn("Members").Count);

        await bench.RunUntilQuietAsync();
        Assert.Equal(["c1@example.com", "c3@example.com"], bench.ReachableIn("Members"));
    }

    [Fact]
    public async Task CN3_OptOutsOfEveryList_AreHeard_WhicheverTheRunIsFor()
    {
        var (people, members) = (new Shop(), new Shop());
        people.Add(SyncBench.Customers(2));
        members.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync([people.AsList("customers", "Customers"), members.AsList("members", "Members")]);
        await bench.RunUntilQuietAsync();
        bench.Remote.Unsubscribe("c1@example.com", bench.Book("Members"));
        bench.Wait(5);

        await SyncBench.SucceedAsync(bench.CycleAsync(new RunOptions { ListName = "customers" }));

        Assert.Equal(["000001"], members.OptOuts.Select(static told => told.ItemId));
        Assert.Empty(people.OptOuts);
    }
}
