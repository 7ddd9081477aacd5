using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite;
using Dotdigital.Sdk.Integration.Scheduling;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Storage.SingleRunner;

/// <summary>Rule BL-1 on SQLite: one process runs the jobs; others may record changes and opt-outs and read.</summary>
public sealed class SecondRunnerTests
{
    [Fact]
    public async Task BL1_SecondRunnerOnOneFile_IsRefusedByName_AndMayStillRecordAndRead()
    {
        await using var bench = await StartAsync();
        var first = Scheduler(bench.Services);
        await first.StartAsync(SyncBench.Cancel);
        await using var other = Process(bench);

        var refused = await Assert.ThrowsAsync<SecondRunnerException>(() => Scheduler(other).StartAsync(SyncBench.Cancel).WaitAsync(TimeSpan.FromSeconds(60), SyncBench.Cancel));

        Assert.Contains(Path.GetFileName(bench.ConnectionString.Split(';')[0]), refused.Store, StringComparison.Ordinal);
        Assert.Equal($"{Environment.MachineName}:{Environment.ProcessId}", refused.Owner);
        Assert.Contains("AddScheduler()", refused.Message, StringComparison.Ordinal);
        var store = other.GetRequiredService<ISyncStore>();
        await store.Changes.AppendAsync([new(0, "Customer", string.Empty, "000001")], SyncBench.Cancel);
        var unknown = new AccountId("of nobody");
        await store.Locks.RequestAsync(unknown, JobNames.Cycle, SyncBench.Cancel);
        Assert.Contains(unknown, (await store.Locks.GetRequestsAsync(SyncBench.Cancel)).Select(static request => request.Account));

        await first.StopAsync(SyncBench.Cancel);
        await using var third = Process(bench);
        await Scheduler(third).StartAsync(SyncBench.Cancel);
        await Scheduler(third).StopAsync(SyncBench.Cancel);
    }

    [Fact]
    public async Task BL4_RunnerThatDied_IsTakenOverFromAfterItsLease()
    {
        await using var bench = await StartAsync();
        await bench.Store.Locks.TryAcquireAsync(RunnerGuard.Runner, "dead:1:x", TimeSpan.FromSeconds(1.5), SyncBench.Cancel);
        await using var next = Process(bench);

        await Scheduler(next).StartAsync(SyncBench.Cancel).WaitAsync(TimeSpan.FromSeconds(60), SyncBench.Cancel);

        Assert.StartsWith(Environment.MachineName, (await bench.Store.Locks.FindHolderAsync(RunnerGuard.Runner, SyncBench.Cancel))!.Lease.Owner, StringComparison.Ordinal);
        await Scheduler(next).StopAsync(SyncBench.Cancel);
        Assert.Null(await bench.Store.Locks.FindHolderAsync(RunnerGuard.Runner, SyncBench.Cancel));
    }

    [Fact]
    public async Task BL4_RunnerThatWasPausedAndTakenOverFrom_StopsWithTheSameError()
    {
        await using var bench = await StartAsync();
        var paused = Scheduler(bench.Services);
        await paused.StartAsync(SyncBench.Cancel);
        var held = await bench.Store.Locks.FindHolderAsync(RunnerGuard.Runner, SyncBench.Cancel);

        Assert.NotNull(await bench.Store.Locks.TakeOverAsync(held!.Lease, "next:7:x", TimeSpan.FromMinutes(1), SyncBench.Cancel));

        var ended = await Assert.ThrowsAsync<SecondRunnerException>(() => ((BackgroundService)paused).ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(60), SyncBench.Cancel));
        Assert.Equal("next:7", ended.Owner);
    }

    private static Task<SyncBench> StartAsync() => SyncBench.StartAsync(new Shop(), extend: static builder => builder.AddScheduler());

    private static IHostedService Scheduler(IServiceProvider services) => services.GetServices<IHostedService>().OfType<SyncScheduler>().Single();

    /// <summary>Another process on the bench's file.</summary>
    private static ServiceProvider Process(SyncBench bench)
    {
        var services = new ServiceCollection();
        services.AddDotdigitalIntegration(static options => options.LeaseDuration = TimeSpan.FromSeconds(2)).UseSqliteStore(bench.ConnectionString).AddScheduler();
        return services.BuildServiceProvider();
    }
}
