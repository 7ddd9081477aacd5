using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Integration.Scheduling;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Quartz.Tests;

/// <summary>Rules BL-1, BL-4 and W-4 with real processes on one PostgreSQL, the shop's customers in another database than the engine's state.</summary>
public sealed class TwoProcessesTests
{
    private const int Customers = 20_000;
    private const string Import = "/v2/address-books/*/contacts/import";

    [Fact]
    public async Task BL4_NodeKilledInTheMiddleOfAnExport_IsFinishedByTheOther_LongBeforeItsLeaseLapses()
    {
        await using var bench = await ClusterBench.StartAsync(Customers);
        var held = new Fault(FaultKind.Delay) { Operation = Import, After = 3, Delay = TimeSpan.FromMinutes(2) };
        bench.Emulator.Faults.Add(held);
        bench.StartWorker("quartz", cycleSeconds: 3, leaseSeconds: 3600, statusSeconds: 2);
        bench.StartWorker("quartz", cycleSeconds: 3, leaseSeconds: 3600, statusSeconds: 2);
        await bench.UntilAsync("three batches are known to be accepted, and the fourth is held", async () =>
            held.Hits > 0 && (await bench.BatchesAsync()).Count(static batch => batch.ImportId is not null) == 3);
        var known = (await bench.BatchesAsync()).Where(static batch => batch.ImportId is not null).Select(static batch => batch.ImportId).ToList();

        var holder = await bench.HolderAsync();
        Assert.NotNull(holder);
        holder.Kill();

        await bench.UntilAsync("everything is sent and settled", async () =>
            await bench.BatchesAsync() is var batches
            && batches.Where(static batch => batch.ImportId is not null).Sum(static batch => batch.MemberCount) >= Customers
            && batches.All(static batch => batch.SettledAt is not null));
        await bench.AssertAllSentOnceAsync(Customers);
        Assert.Equal(known, (await bench.BatchesAsync()).Select(static batch => batch.ImportId).Intersect(known));
        Assert.InRange(bench.Remote.Imports.Count, 10, 11);
    }

    [Fact]
    public async Task BL4_PausedNode_CannotCommitAfterTakeover()
    {
        await using var bench = await ClusterBench.StartAsync(4000);

        // Longer than a slow machine needs to take over: what is accepted before that is read back instead of being sent again.
        var held = new Fault(FaultKind.Delay) { Operation = Import, Delay = TimeSpan.FromSeconds(15) };
        bench.Emulator.Faults.Add(held);
        bench.StartWorker("hosted", cycleSeconds: 2, leaseSeconds: 3, statusSeconds: 1);
        await bench.UntilAsync("the first batch is under way", () => held.Hits > 0);
        var paused = await bench.HolderAsync();
        await paused!.SignalAsync("STOP");

        bench.StartWorker("hosted", cycleSeconds: 2, leaseSeconds: 3, statusSeconds: 1);
        await bench.UntilAsync("the other node has sent everything", async () =>
            await bench.BatchesAsync() is var batches
            && batches.Where(static batch => batch.ImportId is not null).Sum(static batch => batch.MemberCount) >= 4000
            && batches.All(static batch => batch.SettledAt is not null));
        var before = await bench.BatchesAsync();
        await paused.SignalAsync("CONT");
        await bench.UntilAsync("the paused node has noticed", () => paused.Output.Contains(nameof(AccountLeaseLostException), StringComparison.Ordinal));

        Assert.Equal(before, await bench.BatchesAsync());
        await bench.AssertAllSentOnceAsync(4000);
    }

    [Theory]
    [InlineData("quartz")]
    [InlineData("hosted")]
    public async Task BL1_RequestMadeInOneProcess_WhileAnotherHoldsTheAccount_RunsAfterwards(string scheduler)
    {
        await using var bench = await ClusterBench.StartAsync(100);
        var held = new Fault(FaultKind.Delay) { Operation = Import, Delay = TimeSpan.FromSeconds(3) };
        bench.Emulator.Faults.Add(held);
        var worker = bench.StartWorker(scheduler, cycleSeconds: 3600, leaseSeconds: 30);
        await bench.UntilAsync("the export is under way", () => held.Hits > 0);

        var report = await bench.Services.GetRequiredService<ISyncOrchestrator>().RunCycleAsync(ClusterBench.Account, cancellationToken: ClusterBench.Cancel);

        Assert.True(report.WasBusy);
        Assert.Equal(1, bench.Cycles);
        await bench.UntilAsync("the request has run", async () => bench.Cycles == 2 && await bench.HolderAsync() is null);
        Assert.Empty(await bench.Store.Locks.GetRequestsAsync(ClusterBench.Cancel));
        await worker.SignalAsync("TERM");
        await bench.UntilAsync("the worker has ended by itself", () => worker.HasExited);
        Assert.Null(await bench.Store.Locks.FindHolderAsync(ClusterBench.Account, ClusterBench.Cancel));
    }

    [Fact]
    public async Task BL3_StopInTheMiddleOfARequest_WaitsForItsAnswer_SoThatNothingIsSentTwice()
    {
        await using var bench = await ClusterBench.StartAsync(4000);
        var held = new Fault(FaultKind.Delay) { Operation = Import, Delay = TimeSpan.FromSeconds(3) };
        bench.Emulator.Faults.Add(held);
        var worker = bench.StartWorker("quartz", cycleSeconds: 3600, leaseSeconds: 30);
        await bench.UntilAsync("the first batch is under way", () => held.Hits > 0);

        await worker.SignalAsync("TERM");
        await bench.UntilAsync("the worker has ended by itself", () => worker.HasExited);

        Assert.All(await bench.BatchesAsync(), static batch => Assert.NotNull(batch.ImportId));
        Assert.Single(bench.Remote.Imports);
        Assert.Null(await bench.Store.Locks.FindHolderAsync(ClusterBench.Account, ClusterBench.Cancel));
    }

    [Fact]
    public async Task BL1_TwoNodesUnderClusteredQuartz_RunTheAccountOneAtATime()
    {
        await using var bench = await ClusterBench.StartAsync(500);
        var one = bench.StartWorker("quartz", cycleSeconds: 1, leaseSeconds: 30);
        var two = bench.StartWorker("quartz", cycleSeconds: 1, leaseSeconds: 30);

        await bench.UntilAsync("some cycles have run", () => bench.Cycles >= 10);

        Assert.False(one.HasExited || two.HasExited, one.Output + two.Output);
        Assert.DoesNotContain("while another run holds the account", one.Output + two.Output, StringComparison.Ordinal);
        await bench.AssertAllSentOnceAsync(500);
    }
}
