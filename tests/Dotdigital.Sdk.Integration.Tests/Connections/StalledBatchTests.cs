using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Connections;

/// <summary>Rules ST-4 and EX-6: a stalled batch is given up by a person, as a lost one is.</summary>
public sealed class StalledBatchTests
{
    private const string ImportCsv = "ApiContactImport_ImportContactsToAddressBook";
    private const string Status = "/v2/contacts/import/*";

    [Fact]
    public async Task ST4_EX6_GivenUpByAPerson_ItIsAskedForOnceMore_AndItsMembersGoAgainOnce()
    {
        var (shop, bench) = await StalledAsync();
        await using var __ = bench;
        bench.Remote.Unsubscribe("c3@example.com");
        shop["000001"] = shop["000001"] with { Town = "Later" };
        bench.Remote.ClearRequests();

        Assert.Equal(1, await ReleaseAsync(bench));

        Assert.Equal(BatchState.Lost, Assert.Single(await bench.BatchesAsync()).State);
        Assert.Contains(bench.Remote.Requests, static request => request.PathAndQuery.StartsWith("/v2/contacts/import/", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, bench.Remote.CountOf(ImportCsv));
        Assert.Equal(ExportState.Due, (await bench.MembershipAsync("c1@example.com"))!.State.Kind);
        Assert.Contains(JobNames.Cycle, await bench.Store.Locks.TakeRequestsAsync(SyncBench.Id, SyncBench.Cancel));

        // Where it arrives after all, its values are known for ours.
        Assert.Equal(3, (await bench.ReadAsync(async unit => await unit.Batches.FindLostMembersAsync([1, 2, 3], SyncBench.Cancel))).Count);
        Assert.Equal(0, await ReleaseAsync(bench));
        await bench.RunUntilQuietAsync();
        Assert.Equal(["c1@example.com", "c2@example.com"], bench.ReachableIn());
        Assert.Equal(("Later", 1), (bench.Remote.Contact("c1@example.com")!.DataFields["TOWN"], bench.Remote.CountOf(ImportCsv)));
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task ST4_OneThatHasEndedMeanwhile_IsSettled_AndNobodyIsSentAgain()
    {
        var (_, bench) = await StalledAsync(TimeSpan.FromHours(3));
        await using var __ = bench;
        bench.Wait(50);
        bench.Remote.ClearRequests();

        Assert.Equal(0, await ReleaseAsync(bench));

        Assert.Equal(BatchState.Settled, Assert.Single(await bench.BatchesAsync()).State);
        await bench.RunUntilQuietAsync();
        Assert.Equal((3, 0), (bench.ReachableIn().Count, bench.Remote.CountOf(ImportCsv)));
    }

    [Fact]
    public async Task ST4_OneThatDotdigitalDoesNotKnowAnyMore_IsGivenUp()
    {
        var (_, bench) = await StalledAsync();
        await using var __ = bench;
        bench.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = Status, Status = 404 });

        Assert.Equal(1, await ReleaseAsync(bench));

        await bench.RunUntilQuietAsync();
        Assert.Equal(3, bench.ReachableIn().Count);
    }

    [Fact]
    public async Task ST4_WhileDotdigitalIsOutOfReach_OrARunHoldsTheAccount_NothingIsGivenUp_AndTheReasonIsThrown()
    {
        var (_, bench) = await StalledAsync();
        await using var __ = bench;
        bench.Emulator.Faults.Add(new Fault(FaultKind.Refuse) { Operation = Status });
        await Assert.ThrowsAsync<DotdigitalTransportException>(() => ReleaseAsync(bench));
        var lease = await bench.Store.Locks.TryAcquireAsync(SyncBench.Id, "another node", TimeSpan.FromHours(1), SyncBench.Cancel);

        await Assert.ThrowsAsync<AccountBusyException>(() => ReleaseAsync(bench));
        await bench.Store.Locks.ReleaseAsync(lease!, SyncBench.Cancel);
        await Assert.ThrowsAsync<MarketingListException>(() => ReleaseAsync(bench, "nobody"));

        Assert.Equal(BatchState.Stalled, Assert.Single(await bench.BatchesAsync()).State);
    }

    private static Task<long> ReleaseAsync(SyncBench bench, string list = "customers") =>
        bench.Services.GetRequiredService<IConnectionService>().ReleaseStalledAsync(SyncBench.Id, list, SyncBench.Cancel);

    private static async Task<(Shop Shop, SyncBench Bench)> StalledAsync(TimeSpan? delay = null)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        var bench = await SyncBench.StartAsync(shop);
        bench.Remote.AddContact("c3@example.com");
        if (delay is { } duration)
        {
            bench.Remote.Behaviour = bench.Remote.Behaviour with { ImportDelay = duration };
        }
        else
        {
            bench.Emulator.Faults.Add(new Fault(FaultKind.NeverFinishes));
        }

        await SyncBench.SucceedAsync(bench.CycleAsync());
        for (var i = 0; i < 30; i++)
        {
            await SyncBench.SucceedAsync(bench.WaitAndAskAsync(TimeSpan.FromMinutes(5)));
        }

        Assert.Equal(BatchState.Stalled, Assert.Single(await bench.BatchesAsync()).State);
        return (shop, bench);
    }
}
