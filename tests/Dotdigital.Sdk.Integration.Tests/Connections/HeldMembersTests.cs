using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Connections;

/// <summary>Rule ST-3: what is held is released by a person; rules MP-4 and ST-4: what travels in a stalled batch misses no mapping change.</summary>
public sealed class HeldMembersTests
{
    [Fact]
    public async Task ST3_HeldMembers_AreReleasedByAPerson_OneItem_OneReason_OrAll_AndSentWithTheValuesOfThatTime()
    {
        var (shop, bench) = await HeldAsync();
        await using var __ = bench;
        var service = bench.Services.GetRequiredService<IConnectionService>();
        Assert.Equal(0, await service.ReleaseHeldAsync(SyncBench.Id, "customers", SetAsideReason.FailedRepeatedly, null, SyncBench.Cancel));
        Assert.Equal(0, await service.ReleaseHeldAsync(SyncBench.Id, "customers", null, "nobody", SyncBench.Cancel));
        await bench.RunUntilQuietAsync();
        Assert.Empty(bench.ReachableIn());

        Assert.Equal(1, await service.ReleaseHeldAsync(SyncBench.Id, "customers", null, "000002", SyncBench.Cancel));
        Assert.Contains(JobNames.Cycle, await bench.Store.Locks.TakeRequestsAsync(SyncBench.Id, SyncBench.Cancel));
        await bench.RunUntilQuietAsync();
        Assert.Equal(["c2@example.com"], bench.ReachableIn());

        shop["000001"] = shop["000001"] with { FirstName = "Later" };
        Assert.Equal(2, await service.ReleaseHeldAsync(SyncBench.Id, "customers", SetAsideReason.RejectedByWatchdog, null, SyncBench.Cancel));
        Assert.Equal(0, await service.ReleaseHeldAsync(SyncBench.Id, "customers", null, null, SyncBench.Cancel));
        await bench.RunUntilQuietAsync();
        Assert.Equal(3, bench.ReachableIn().Count);
        Assert.Equal("Later", bench.Remote.Contact("c1@example.com")!.DataFields["FIRSTNAME"]);
    }

    [Fact]
    public async Task ST3_OP5_AnOptOutThatAReportTold_IsReleasedByNobody()
    {
        var (_, bench) = await HeldAsync();
        await using var __ = bench;
        var held = (await bench.MembershipAsync("c1@example.com"))!;
        await using (var unit = await bench.Store.BeginAsync(SyncBench.Id, SyncBench.Cancel))
        {
            await unit.Memberships.SaveAsync([held with { State = MembershipState.Held(SetAsideReason.OptOutReported) }], SyncBench.Cancel);
            await unit.CommitAsync(SyncBench.Cancel);
        }

        var service = bench.Services.GetRequiredService<IConnectionService>();
        Assert.Equal(2, await service.ReleaseHeldAsync(SyncBench.Id, "customers", cancellationToken: SyncBench.Cancel));
        Assert.Equal(0, await service.ReleaseHeldAsync(SyncBench.Id, "customers", SetAsideReason.OptOutReported, "000001", SyncBench.Cancel));
        await bench.RunUntilQuietAsync();

        Assert.DoesNotContain("c1@example.com", bench.ReachableIn());
    }

    [Fact]
    public async Task MP4_ST4_MembersOfAStalledBatch_GetTheNewRow_WhenItSettles()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        MappingRow name = new() { DataField = "FIRSTNAME", Fields = ["FirstName"] };
        await using var bench = await SyncBench.StartAsync([shop.AsList("customers", "Customers", [name])]);
        bench.Remote.Behaviour = bench.Remote.Behaviour with { ImportDelay = TimeSpan.FromHours(20) };
        await SyncBench.SucceedAsync(bench.CycleAsync());
        for (var i = 0; i < 31; i++)
        {
            await SyncBench.SucceedAsync(bench.WaitAndAskAsync(TimeSpan.FromMinutes(5)));
        }

        Assert.Equal(BatchState.Stalled, Assert.Single(await bench.BatchesAsync()).State);
        bench.Lists[0] = shop.AsList("customers", "Customers", [name, new() { DataField = "TOWN", Fields = ["Town"] }]);
        await bench.RestartAsync();
        await SyncBench.SucceedAsync(bench.CycleAsync());

        bench.Remote.Behaviour = bench.Remote.Behaviour with { ImportDelay = TimeSpan.Zero };
        bench.Wait(24 * 60);
        await bench.RunUntilQuietAsync();

        Assert.Equal("Town1", bench.Remote.Contact("c1@example.com")!.DataFields["TOWN"]);
        Assert.Equal("Town2", bench.Remote.Contact("c2@example.com")!.DataFields["TOWN"]);
    }

    private static async Task<(Shop Shop, SyncBench Bench)> HeldAsync()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        var bench = await SyncBench.StartAsync(shop);
        bench.Emulator.Faults.Add(new Fault(FaultKind.RejectedByWatchdog));
        await SyncBench.SucceedAsync(bench.CycleAsync());
        await bench.WaitAndAskAsync();
        Assert.Equal(ExportState.Held, (await bench.MembershipAsync("c1@example.com"))!.State.Kind);
        return (shop, bench);
    }
}
