using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Export;

/// <summary>Rule EX-1: who leaves the list leaves the book, once, and nobody else does.</summary>
public sealed class LeaverTests
{
    private const string Delete = "/v2/address-books/*/contacts/delete";

    [Fact]
    public async Task EX1_Leavers_AreRemovedInBulkOnce_AndForgottenWhenTheJobCompleted()
    {
        var (shop, bench) = await SettledAsync(10);
        await using var __ = bench;
        bench.Remote.Behaviour = bench.Remote.Behaviour with { DeletionDelay = TimeSpan.FromMinutes(5) };
        shop.Remove("000001");
        shop.Remove("000002");
        bench.Remote.ClearRequests();

        await SyncBench.SucceedAsync(bench.CycleAsync());
        await SyncBench.SucceedAsync(bench.CycleAsync());

        Assert.Equal(1, bench.Remote.Requests.Count(static request => request.PathAndQuery.EndsWith("/contacts/delete", StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(ExportOperation.Remove, (await bench.MembershipAsync("c1@example.com"))!.State.Operation);
        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());
        Assert.Null(await bench.MembershipAsync("c1@example.com"));
        Assert.Equal(8, bench.ReachableIn().Count);
        await bench.RunUntilQuietAsync();
        Assert.Equal(1, bench.Remote.Requests.Count(static request => request.PathAndQuery.EndsWith("/contacts/delete", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task EX1_PassThatThrowsHalfWay_RemovesNobody()
    {
        var (shop, bench) = await SettledAsync(10);
        await using var __ = bench;
        shop.BreakKeysAfter = 4;

        var report = await bench.CycleAsync();

        Assert.Contains(report.Failures, static step => step.Step == StepNames.StageKeys);
        Assert.Contains(report.Steps, static step => step is { Step: StepNames.FindLeavers, NotRun: not null });
        Assert.Equal(10, bench.ReachableIn().Count);
        shop.BreakKeysAfter = null;
        await bench.RunUntilQuietAsync();
        Assert.Equal(10, bench.ReachableIn().Count);
    }

    [Fact]
    public async Task EX1_PassThatThrowsAtItsFirstKey_RemovesNobody()
    {
        var (shop, bench) = await SettledAsync(10);
        await using var __ = bench;
        shop.BreakKeysAfter = 0;

        await bench.CycleAsync();
        await bench.WaitAndAskAsync();

        Assert.Equal(10, bench.ReachableIn().Count);
    }

    [Fact]
    public async Task EX1_GoneThenBackBeforeItsRemovalWasSent_Stays()
    {
        var (shop, bench) = await SettledAsync(10);
        await using var __ = bench;
        var row = shop["000003"];
        shop.Remove("000003");
        bench.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = Delete, Status = 400 });
        await bench.CycleAsync();
        Assert.Equal(MembershipState.Due(ExportOperation.Remove), (await bench.MembershipAsync("c3@example.com"))!.State);
        shop.Add(row with { FirstName = "Back" });

        await bench.RunUntilQuietAsync();

        Assert.Equal(10, bench.ReachableIn().Count);
        Assert.Equal("Back", bench.Remote.Contact("c3@example.com")!.DataFields["FIRSTNAME"]);
        Assert.Equal(MembershipState.Clean, (await bench.MembershipAsync("c3@example.com"))!.State);
    }

    [Fact]
    public async Task EX1_GoneThenBackWhileItsRemovalIsUnderWay_IsAddedAgain()
    {
        var (shop, bench) = await SettledAsync(5);
        await using var __ = bench;
        bench.Remote.Behaviour = bench.Remote.Behaviour with { DeletionDelay = TimeSpan.FromMinutes(5) };
        var row = shop["000003"];
        shop.Remove("000003");
        await SyncBench.SucceedAsync(bench.CycleAsync());
        shop.Add(row);

        await bench.RunUntilQuietAsync();

        Assert.Equal(5, bench.ReachableIn().Count);
        Assert.Equal(MembershipState.Clean, (await bench.MembershipAsync("c3@example.com"))!.State);
    }

    [Fact]
    public async Task EX1_LeaverWhileInABatch_IsRemovedAfterItSettled()
    {
        var (shop, bench) = await SettledAsync(5);
        await using var __ = bench;
        bench.Remote.Behaviour = bench.Remote.Behaviour with { ImportDelay = TimeSpan.FromMinutes(30) };
        shop["000001"] = shop["000001"] with { FirstName = "Leaves" };
        await bench.ChangeAsync("000001");
        await SyncBench.SucceedAsync(bench.CycleAsync());
        shop.Remove("000001");
        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.Equal(ExportState.InBatch, (await bench.MembershipAsync("c1@example.com"))!.State.Kind);

        bench.Emulator.Clock.Advance(TimeSpan.FromHours(1));
        await bench.RunUntilQuietAsync();

        Assert.DoesNotContain("c1@example.com", bench.ReachableIn());
        Assert.Null(await bench.MembershipAsync("c1@example.com"));
    }

    [Fact]
    public async Task S4_LeaverWhoseRemoteIdIsUnknown_WaitsForIt_AndIsThenRemoved()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());
        shop.Remove("000001");
        await SyncBench.SucceedAsync(bench.ExportAsync());
        Assert.Null((await bench.ContactAsync("c1@example.com"))!.RemoteId);
        Assert.Equal(MembershipState.Due(ExportOperation.Remove), (await bench.MembershipAsync("c1@example.com"))!.State);

        await bench.RunUntilQuietAsync();

        Assert.DoesNotContain("c1@example.com", bench.ReachableIn());
        Assert.Null(await bench.MembershipAsync("c1@example.com"));
    }

    [Fact]
    public async Task S4_NeverSentLeaver_IsSimplyForgotten()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        bench.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = "ApiContactImport_ImportContactsToAddressBook", Status = 400 });
        await bench.CycleAsync();
        shop.Remove("000001");

        await bench.RunUntilQuietAsync();

        Assert.Null(await bench.MembershipAsync("c1@example.com"));
        Assert.Equal(["c2@example.com", "c3@example.com"], bench.ReachableIn());
    }

    [Fact]
    public async Task EX1_RemovalJobThatFailed_IsDueAgain()
    {
        var (shop, bench) = await SettledAsync(5);
        await using var __ = bench;
        shop.Remove("000001");
        bench.Remote.Behaviour = bench.Remote.Behaviour with { DeletionDelay = TimeSpan.FromMinutes(5) };
        await SyncBench.SucceedAsync(bench.CycleAsync());
        var batch = (await bench.BatchesAsync()).Single(static stored => stored.Kind == BatchKind.Removal);
        await using (var unit = await bench.Store.BeginAsync(SyncBench.Id, SyncBench.Cancel))
        {
            await unit.Batches.SaveAsync(batch with { State = BatchState.Ended, Outcome = "Failed" }, SyncBench.Cancel);
            await unit.CommitAsync(SyncBench.Cancel);
        }

        await SyncBench.SucceedAsync(bench.StatusAsync());

        Assert.Equal(MembershipState.Due(ExportOperation.Remove), (await bench.MembershipAsync("c1@example.com"))!.State);
        await bench.RunUntilQuietAsync();
        Assert.Null(await bench.MembershipAsync("c1@example.com"));
        Assert.DoesNotContain("c1@example.com", bench.ReachableIn());
    }

    [Fact]
    public async Task EX1_RemovalWhoseAnswerWasLost_IsSentAgain()
    {
        var (shop, bench) = await SettledAsync(5);
        await using var __ = bench;
        shop.Remove("000001");
        bench.Emulator.Faults.Add(new Fault(FaultKind.DropAfterAccept) { Operation = Delete });
        var report = await bench.CycleAsync();
        Assert.Contains(report.Failures, static step => step.Step == StepNames.SendRemovals);

        await bench.RunUntilQuietAsync();

        Assert.Null(await bench.MembershipAsync("c1@example.com"));
        Assert.Equal(4, bench.ReachableIn().Count);
    }

    [Fact]
    public async Task EX1_ContactThatWasInTheBookBeforeUs_IsRemovedWhenItsItemLeaves_AndOthersAreNot()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        var book = bench.Remote.CreateAddressBook("Customers");
        bench.Remote.AddContact("c1@example.com", [book], new Dictionary<string, string?>
        {
            ["FIRSTNAME"] = "First1", ["TOWN"] = "Town1", ["POINTS"] = "1", ["VIP"] = "false", ["BIRTHDAY"] = "1980-01-02",
        });
        bench.Remote.AddContact("stranger@example.com", [book]);
        await bench.SettleAsync();
        Assert.False((await bench.MembershipAsync("c1@example.com"))!.WasSent);
        shop.Remove("000001");

        await bench.RunUntilQuietAsync();

        Assert.Equal(["c2@example.com", "stranger@example.com"], bench.ReachableIn());
    }

    [Fact]
    public async Task EX1_MemberThatCameFromRemote_IsNotRemoved()
    {
        var (shop, bench) = await SettledAsync(3);
        await using var __ = bench;
        var membership = (await bench.MembershipAsync("c1@example.com"))!;
        await using (var unit = await bench.Store.BeginAsync(SyncBench.Id, SyncBench.Cancel))
        {
            await unit.Memberships.SaveAsync([membership with { CameFromRemote = true }], SyncBench.Cancel);
            await unit.CommitAsync(SyncBench.Cancel);
        }

        shop.Remove("000001");
        await bench.RunUntilQuietAsync();

        Assert.Equal(3, bench.ReachableIn().Count);
    }

    private static async Task<(Shop Shop, SyncBench Bench)> SettledAsync(int customers)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(customers));
        var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        Assert.Equal(customers, bench.ReachableIn().Count);
        return (shop, bench);
    }
}
