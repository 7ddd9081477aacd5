using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Engine;

/// <summary>The main journey: a shop's customers reach Dotdigital, and both sides agree.</summary>
public sealed class FirstSyncTests
{
    [Fact]
    public async Task EX4_FirstSync_BringsEveryCustomerWithItsValues_AndLearnsTheIds()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2500));
        await using var bench = await SyncBench.StartAsync(shop);

        await bench.SettleAsync();

        Assert.Equal(2500, bench.ReachableIn().Count);
        var remote = bench.Remote.Contact("c42@example.com")!;
        Assert.Equal("First42", remote.DataFields["FIRSTNAME"]);
        var contact = await bench.ContactAsync("c42@example.com");
        Assert.Equal(remote.Id, contact!.RemoteId);
        Assert.Equal("42", contact.Snapshot["POINTS"]);
        Assert.Equal(MembershipState.Clean, (await bench.MembershipAsync("c42@example.com"))!.State);
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task W3_AfterTheFirstSync_NothingIsSentAgain()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(300));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        bench.Remote.ClearRequests();
        shop.ItemsRead.Clear();

        var report = await bench.CycleAsync();

        Assert.Empty(report.Failures);
        Assert.DoesNotContain(report.Steps, static step => step.Sent > 0 && step.Step != StepNames.DeliverEvents);
        Assert.Empty(shop.ItemsRead);
        Assert.Equal(0, bench.Remote.CountOf("ApiContactImport_ImportContactsToAddressBook"));
        Assert.InRange(bench.Remote.Requests.Count, 1, 12);
    }
}
