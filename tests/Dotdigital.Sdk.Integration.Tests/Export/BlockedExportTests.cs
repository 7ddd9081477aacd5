using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Export;

/// <summary>Rule EX-0: an unsettled import keeps the next one waiting, and nothing else.</summary>
public sealed class BlockedExportTests
{
    [Fact]
    public async Task EX0_UnsettledImport_SendsNothingMore_ButRemovesAndTellsOptOuts()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(10));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        bench.Remote.Behaviour = bench.Remote.Behaviour with { ImportDelay = TimeSpan.FromHours(1) };
        shop["000001"] = shop["000001"] with { FirstName = "Waits" };
        await bench.ChangeAsync("000001");
        await SyncBench.SucceedAsync(bench.CycleAsync());
        shop.Add(SyncBench.Customers(12));
        shop.Remove("000002");
        shop["000003"] = shop["000003"] with { IsOptedOut = true };
        bench.Remote.ClearRequests();

        var report = await bench.CycleAsync();

        Assert.Empty(report.Failures);
        Assert.Contains(report.Steps, static step => step is { Step: StepNames.PrepareContacts, NotRun: not null });
        Assert.Equal(0, bench.Remote.CountOf("ApiContactImport_ImportContactsToAddressBook"));
        Assert.DoesNotContain("c2@example.com", bench.ReachableIn());
        Assert.DoesNotContain("c3@example.com", bench.ReachableIn());
        Assert.Contains("c4@example.com", bench.ReachableIn());

        bench.Emulator.Clock.Advance(TimeSpan.FromHours(2));
        await SyncBench.SucceedAsync(bench.StatusAsync());
        bench.Remote.Behaviour = bench.Remote.Behaviour with { ImportDelay = TimeSpan.Zero };
        await bench.RunUntilQuietAsync();
        Assert.Contains("c12@example.com", bench.ReachableIn());
    }

    [Fact]
    public async Task EX0_WhileBlocked_AnItemThatTookOverAnAddress_IsNotTakenForALeaver()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(10));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        bench.Remote.Behaviour = bench.Remote.Behaviour with { ImportDelay = TimeSpan.FromHours(1) };
        shop["000001"] = shop["000001"] with { FirstName = "Waits" };
        await bench.ChangeAsync("000001");
        await SyncBench.SucceedAsync(bench.CycleAsync());
        shop.Add(shop["000005"] with { Id = "000099" });
        shop.Remove("000005");

        await SyncBench.SucceedAsync(bench.CycleAsync());

        Assert.Contains("c5@example.com", bench.ReachableIn());
        bench.Emulator.Clock.Advance(TimeSpan.FromHours(2));
        await bench.RunUntilQuietAsync();
        Assert.Equal("000099", (await bench.MembershipAsync("c5@example.com"))!.ItemId);
    }

    [Fact]
    public async Task EX0_StalledImport_DoesNotBlock()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        bench.Emulator.Faults.Add(new Fault(FaultKind.NeverFinishes));
        await SyncBench.SucceedAsync(bench.CycleAsync());
        for (var i = 0; i < 30; i++)
        {
            await SyncBench.SucceedAsync(bench.WaitAndAskAsync(TimeSpan.FromMinutes(5)));
        }

        Assert.Equal(BatchState.Stalled, Assert.Single(await bench.BatchesAsync()).State);
        shop.Add(SyncBench.Customers(5));
        await SyncBench.SucceedAsync(bench.CycleAsync());
        await SyncBench.SucceedAsync(bench.WaitAndAskAsync(TimeSpan.FromMinutes(5)));

        Assert.Equal(["c4@example.com", "c5@example.com"], bench.ReachableIn());
        Assert.Equal(ExportState.InBatch, (await bench.MembershipAsync("c1@example.com"))!.State.Kind);
    }
}
