using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Scheduling;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Accounts;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Diagnostics;

/// <summary>What runs, what ran, and what the rate limits leave, seen from the process that runs it and from another one.</summary>
public sealed class SyncMonitorTests
{
    private static CancellationToken Cancel => SyncBench.Cancel;

    [Fact]
    public async Task Run_IsSeenLiveInItsOwnProcess_AndWithItsReportWhenItIsOver()
    {
        var (shop, bench) = await StartAsync(30);
        await using var __ = bench;
        var monitor = MonitorOf(bench);
        SyncRun? seen = null;
        IReadOnlyList<SyncRun> here = [];
        shop.BeforeKeys = async () => (seen, here) = (await monitor.FindRunningAsync(SyncBench.Id, Cancel), monitor.GetRunningHere());
        Assert.Null(await monitor.FindRunningAsync(SyncBench.Id, Cancel));

        await SyncBench.SucceedAsync(bench.CycleAsync());

        Assert.Equal((JobNames.Cycle, SyncRunState.Running, true, StepNames.StageKeys), (seen!.Job, seen.State, seen.IsHere, seen.Current?.Step));
        Assert.Contains(seen.Steps, static step => step is { Step: StepNames.SyncDataFields, Read: > 0 });
        Assert.True(seen.Calls > 3, $"Only {seen.Calls} calls were seen.");
        Assert.Equal(SyncBench.Id, Assert.Single(here).Account);
        Assert.Null(await monitor.FindRunningAsync(SyncBench.Id, Cancel));
        Assert.Empty(monitor.GetRunningHere());
        var over = Assert.Single(await monitor.GetFinishedAsync(SyncBench.Id, cancellationToken: Cancel));
        Assert.Equal((seen.Id, SyncRunState.Succeeded), (over.Id, over.State));
        Assert.NotNull(over.EndedAt);
        Assert.Equal(30, over.Steps.Single(static step => step.Step == StepNames.SendContacts).Sent);
        Assert.Equal(over.Calls, over.Steps.Sum(static step => step.CallsByTier.Values.Sum()));
        Assert.Equal(over.Steps, (await monitor.FindAsync(SyncBench.Id, over.Id, Cancel))!.Steps, static (one, other) => one.Step == other.Step && one.Read == other.Read);
    }

    [Fact]
    public async Task Run_OfAnotherProcess_IsToldByItsLock_ThenByWhatItStores()
    {
        var (shop, bench) = await StartAsync(30, clockSpeed: 2);
        await using var __ = bench;
        await using var other = AccountNode.Start(bench, null, options => options.Accounts["main"] = AccountNode.SettingsOf(bench));
        var monitor = other.Get<ISyncMonitor>();
        SyncRun? first = null, later = null;
        shop.BeforeKeys = async () =>
        {
            first = await monitor.FindRunningAsync(SyncBench.Id, Cancel);
            later = await UntilAsync(() => monitor.FindRunningAsync(SyncBench.Id, Cancel), static run => run?.Job is not null);
            Assert.Empty(await monitor.GetFinishedAsync(SyncBench.Id, cancellationToken: Cancel));
        };

        await SyncBench.SucceedAsync(bench.CycleAsync());

        Assert.Equal((SyncRunState.Running, false, later!.Id), (first!.State, first.IsHere, first.Id));
        Assert.Equal((JobNames.Cycle, SyncRunState.Running, false, StepNames.StageKeys), (later.Job, later.State, later.IsHere, later.Current?.Step));
        Assert.NotNull(later.SeenAt);
        Assert.Contains(later.Steps, static step => step.Step == StepNames.ImportAddressBooks);
        Assert.Empty(monitor.GetRunningHere());
        Assert.Null(await monitor.FindRunningAsync(SyncBench.Id, Cancel));
        Assert.Equal(SyncRunState.Succeeded, Assert.Single(await monitor.GetFinishedAsync(SyncBench.Id, cancellationToken: Cancel)).State);
    }

    [Fact]
    public async Task Run_ThatIsCancelled_LosesItsAccountOrFails_LeavesNothingUnderWay_AndSaysWhy()
    {
        var (shop, bench) = await StartAsync();
        await using var __ = bench;
        var monitor = MonitorOf(bench);
        using var stop = new CancellationTokenSource();
        shop.BeforeKeys = stop.CancelAsync;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.CycleAsync(cancellationToken: stop.Token));
        shop.BeforeKeys = static () => throw new InvalidOperationException("secret words of the host's database");
        Assert.False((await bench.CycleAsync()).IsSuccess);
        AccountLease? taken = null;
        shop.BeforeKeys = async () =>
        {
            var holder = await bench.Store.Locks.FindHolderAsync(SyncBench.Id, Cancel);
            taken ??= await bench.Store.Locks.TakeOverAsync(holder!.Lease, "elsewhere:7:x", TimeSpan.FromMinutes(5), Cancel);
        };
        await Assert.ThrowsAsync<AccountLeaseLostException>(() => bench.CycleAsync());

        Assert.Empty(monitor.GetRunningHere());
        var next = await monitor.FindRunningAsync(SyncBench.Id, Cancel);
        Assert.Equal(("elsewhere:7", taken!.Fence, null), (next!.Process, next.Id, next.Job));
        var runs = await monitor.GetFinishedAsync(SyncBench.Id, cancellationToken: Cancel);
        Assert.Equal([SyncRunState.Lost, SyncRunState.Failed, SyncRunState.Cancelled], runs.Select(static run => run.State));
        Assert.Contains(nameof(InvalidOperationException), runs[1].Error, StringComparison.Ordinal);
        Assert.DoesNotContain(runs, static run => run.Error?.Contains("secret words", StringComparison.Ordinal) == true || run.Steps.Any(static step => step.Failures.Any(static failure => failure.Error.Contains("secret words", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Run_WhoseProcessDied_IsNoLongerUnderWayWhenItsLeaseHasLapsed()
    {
        var (_, bench) = await StartAsync();
        await using var __ = bench;
        var dead = await bench.Store.Locks.TryAcquireAsync(SyncBench.Id, "node:1:x", TimeSpan.Zero, Cancel);
        await using (var unit = await bench.Store.BeginAsync(SyncBench.Id, Cancel))
        {
            await unit.Runs.SaveAsync(
                new RunRecord { Id = dead!.Fence, Job = JobNames.Cycle, State = SyncRunState.Running, Process = "node:1", StartedAt = Now(bench), SeenAt = Now(bench), Details = "not even JSON" }, Cancel);
            await unit.CommitAsync(Cancel);
        }

        Assert.Null(await MonitorOf(bench).FindRunningAsync(SyncBench.Id, Cancel));
        Assert.Equal(SyncRunState.Vanished, Assert.Single(await MonitorOf(bench).GetFinishedAsync(SyncBench.Id, cancellationToken: Cancel)).State);
    }

    [Fact]
    public async Task Run_ThatWaitsForARateLimit_SaysUntilWhen_AndTheLimitsAreToldHereAndElsewhere()
    {
        var (_, bench) = await StartAsync();
        await using var __ = bench;
        await SyncBench.SucceedAsync(bench.CycleAsync());
        await using var other = AccountNode.Start(bench, null, options => options.Accounts["main"] = AccountNode.SettingsOf(bench));
        bench.Emulator.Faults.Add(new Fault(FaultKind.TooManyRequests) { Method = "GET", After = 3 });

        var running = bench.CycleAsync();
        var waiting = await UntilAsync(() => MonitorOf(bench).FindRunningAsync(SyncBench.Id, Cancel), static run => run?.Waits.Count > 0);

        var wait = Assert.Single(waiting!.Waits);
        Assert.True(wait.Until > Now(bench) && wait.Until <= Now(bench).AddMinutes(1), $"It waits until {wait.Until:O}, and it is {Now(bench):O}.");
        Assert.Equal("main", wait.AccountName);
        var limits = (await MonitorOf(bench).FindLimitsAsync(SyncBench.Id, Cancel))!;
        Assert.True(limits.IsHere);
        Assert.Contains(limits.Tiers, tier => tier.Remaining == 0 && tier.Limit > 0 && tier.ResetsAt == wait.Until);
        Assert.Equal(wait, Assert.Single(limits.Waits));
        await SyncBench.SucceedAsync(running);
        Assert.Empty((await MonitorOf(bench).FindLimitsAsync(SyncBench.Id, Cancel))!.Waits);
    }

    [Fact]
    public async Task Runs_OfEachJobAreKeptInBoundedNumber_AndDryRunsLeaveNoTrace()
    {
        var (_, bench) = await StartAsync(1);
        await using var __ = bench;
        await bench.SettleAsync();
        for (var i = 0; i < 22; i++)
        {
            await SyncBench.SucceedAsync(bench.StatusAsync());
        }

        await bench.Services.GetRequiredService<Integration.Export.IExportOrchestrator>().PlanExportAsync(SyncBench.Id, cancellationToken: Cancel);

        var runs = await MonitorOf(bench).GetFinishedAsync(SyncBench.Id, take: 100, cancellationToken: Cancel);
        Assert.Equal([(JobNames.Cycle, 2), (JobNames.ExportStatus, 20)], runs.GroupBy(static run => run.Job).Select(static job => (job.Key!, job.Count())).Order());
        Assert.Equal(2, (await MonitorOf(bench).GetFinishedAsync(SyncBench.Id, JobNames.Cycle, cancellationToken: Cancel)).Count);
    }

    [Fact]
    public async Task Requests_AreChecked_AndDataFieldsAreReadAlthoughTheyWereToday()
    {
        var (_, bench) = await StartAsync(1, static options => options.Accounts["off"] = new AccountSettings { UserName = "u", Password = "p", IsEnabled = false });
        await using var __ = bench;
        await bench.SettleAsync();
        var requests = bench.Services.GetRequiredService<ISyncRequests>();
        await bench.Store.Locks.TakeRequestsAsync(SyncBench.Id, Cancel);

        await requests.RequestAsync(SyncBench.Id, JobNames.DataFields, Cancel);

        Assert.Contains(JobNames.DataFields, await bench.Store.Locks.TakeRequestsAsync(SyncBench.Id, Cancel));
        Assert.Contains((await bench.CycleAsync()).Steps, static step => step is { Step: StepNames.SyncDataFields, NotRun: null });
        await Assert.ThrowsAsync<UnknownAccountException>(() => requests.RequestAsync(new AccountId("off"), JobNames.Cycle, Cancel));
        await Assert.ThrowsAsync<UnknownAccountException>(() => requests.RequestAsync(new AccountId("nobody"), JobNames.Cycle, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => requests.RequestAsync(SyncBench.Id, JobNames.Plan, Cancel));
    }

    private static ISyncMonitor MonitorOf(SyncBench bench) => bench.Services.GetRequiredService<ISyncMonitor>();

    private static DateTimeOffset Now(SyncBench bench) => bench.Emulator.Clock.GetUtcNow();

    /// <summary>On a clock so fast that 5 seconds and a minute pass while one looks.</summary>
    private static async Task<(Shop Shop, SyncBench Bench)> StartAsync(int customers = 3, Action<DotdigitalIntegrationOptions>? configure = null, double clockSpeed = 20)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(customers));
        return (shop, await SyncBench.StartAsync([shop.AsList("customers", "Customers")], configure, clockSpeed: clockSpeed));
    }

    /// <summary>Asks until the answer is the one that is waited for.</summary>
    private static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> isIt)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var answer = await ask();
            if (isIt(answer))
            {
                return answer;
            }

            await Task.Delay(10, patience.Token);
        }
    }
}
