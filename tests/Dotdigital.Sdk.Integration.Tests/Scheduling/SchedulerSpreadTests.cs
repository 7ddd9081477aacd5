using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Scheduling;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Scheduling;

/// <summary>BEHAVIOUR section 2 and rules BL-1 to BL-3 with many accounts in one process.</summary>
public sealed class SchedulerSpreadTests
{
    [Fact]
    public async Task BL3_AThousandAccounts_StartSpreadOverTheirInterval_AndAskTheStoreOnceForAll()
    {
        await using var bench = new SchedulerBench(1000, intervalSeconds: 60);
        await bench.StartAsync();

        await bench.PassAsync(61);

        Assert.Equal(1000, bench.Cycles.Select(static cycle => cycle.Account).Distinct(StringComparer.Ordinal).Count());
        Assert.InRange(bench.Cycles.GroupBy(static cycle => cycle.At).Max(static second => second.Count()), 1, 250);
        Assert.InRange(bench.Locks.Asked, 1, 14);
        await bench.StopAsync();
    }

    [Fact]
    public void Offset_OfAnAccount_IsTheSameEverywhere_AndOneAloneStartsAtOnce()
    {
        Assert.Equal(TimeSpan.Zero, Spread.OffsetOf("main", 1, TimeSpan.FromMinutes(4)));
        Assert.Equal(TimeSpan.FromSeconds(52), Spread.OffsetOf("main", 1000, TimeSpan.FromDays(1)));
        Assert.InRange(Spread.OffsetOf("main", 1000, TimeSpan.FromMinutes(4)), TimeSpan.Zero, TimeSpan.FromMinutes(4));
    }

    [Fact]
    public async Task AccountEnabledLater_RunsAtOnce_AndAllKeepTheirInterval()
    {
        await using var bench = new SchedulerBench(1);
        await bench.StartAsync();
        await bench.PassAsync(10);

        bench.Enable(["late"]);
        await bench.PassAsync(25);

        Assert.Equal(2, Of(bench, "account-1").Count);
        Assert.InRange(Of(bench, "account-1")[1], 20, 22);
        Assert.InRange(Of(bench, "late")[0], 10, 12);
        Assert.InRange(Of(bench, "late")[1] - Of(bench, "late")[0], 18, 22);
        await bench.StopAsync();
    }

    [Fact]
    public async Task BL2_AccountThatHangs_HoldsUpNoOther()
    {
        await using var bench = new SchedulerBench(2);
        bench.OnCycle = static (account, token) => account.Value == "account-1" ? Task.Delay(Timeout.Infinite, token) : Task.CompletedTask;
        await bench.StartAsync();

        await bench.PassAsync(45);

        Assert.Single(Of(bench, "account-1"));
        Assert.Equal(3, Of(bench, "account-2").Count);
        await bench.StopAsync();
    }

    [Fact]
    public async Task BL1_RequestOfAnotherProcess_RunsAtTheNextLook_OnceTheAccountIsFree()
    {
        await using var bench = new SchedulerBench(1, intervalSeconds: 3600);
        await bench.StartAsync();
        await bench.PassAsync(1);
        var account = new AccountId("account-1");
        var held = await bench.Locks.TryAcquireAsync(account, "another node", TimeSpan.FromHours(1), TestContext.Current.CancellationToken);
        await bench.Locks.RequestAsync(account, JobNames.Export, TestContext.Current.CancellationToken);
        await bench.PassAsync(12);
        Assert.Single(bench.Cycles);

        await bench.Locks.ReleaseAsync(held!, TestContext.Current.CancellationToken);
        await bench.PassAsync(6);

        Assert.Equal(2, bench.Cycles.Count);
        await bench.StopAsync();
    }

    [Fact]
    public async Task BL1_RequestThatADeadProcessHadTaken_OrAStopCutOff_IsNotLost()
    {
        await using var bench = new SchedulerBench(1, intervalSeconds: 3600);
        var account = new AccountId("account-1");
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.OnCycle = (_, _) =>
        {
            first.TrySetResult();
            return Task.CompletedTask;
        };
        await bench.StartAsync();
        await bench.PassAsync(1);
        await first.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await bench.Locks.RequestAsync(account, JobNames.Export, TestContext.Current.CancellationToken);
        await bench.Locks.TakeRequestsAsync(account, TestContext.Current.CancellationToken);

        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.OnCycle = (_, token) =>
        {
            begun.TrySetResult();
            return Task.Delay(Timeout.Infinite, token);
        };
        await bench.PassAsync(6);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(2, bench.Cycles.Count);
        await bench.StopAsync();
        Assert.Equal([new JobRequest(account, JobNames.Export)], await bench.Locks.GetRequestsAsync(TestContext.Current.CancellationToken));

        bench.OnCycle = null;
        await bench.Services.GetRequiredService<SyncJobs>().RunRequestedAsync(account, TestContext.Current.CancellationToken);
        Assert.Equal(3, bench.Cycles.Count);
        Assert.Empty(await bench.Locks.GetRequestsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AC1_RefusedAccount_WaitsLongerEachTime_UntilItsSettingsChange()
    {
        await using var bench = new SchedulerBench(1);
        bench.OnCycle = static (_, _) => throw new InvalidOperationException("Refused.");
        await bench.StartAsync();
        await bench.PassAsync(37);
        Assert.Single(bench.Cycles);
        await bench.PassAsync(30);
        Assert.Equal(2, bench.Cycles.Count);

        bench.Enable([]);
        await bench.PassAsync(21);

        Assert.Equal(3, bench.Cycles.Count);
        await bench.StopAsync();
    }

    [Fact]
    public async Task Stop_CancelsRuns_AndWaitsForWhatTheyHaveUnderWay()
    {
        await using var bench = new SchedulerBench(1);
        var page = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = new TaskCompletionSource<CancellationToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.OnCycle = async (_, token) =>
        {
            begun.SetResult(token);
            await page.Task;
            token.ThrowIfCancellationRequested();
        };
        await bench.StartAsync();
        var told = await begun.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        var stopping = bench.StopAsync();

        Assert.True(told.IsCancellationRequested);
        Assert.False(stopping.IsCompleted);
        page.SetResult();
        await stopping.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    private static List<double> Of(SchedulerBench bench, string account) => [.. bench.Cycles.Where(cycle => cycle.Account == account).Select(static cycle => cycle.At)];
}
