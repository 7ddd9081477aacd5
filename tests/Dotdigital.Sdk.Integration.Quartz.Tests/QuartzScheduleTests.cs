using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Quartz;
using Xunit;

namespace Dotdigital.Sdk.Integration.Quartz.Tests;

/// <summary>BEHAVIOUR section 2 on a Quartz scheduler: what stands in it, and what a host is told.</summary>
public sealed class QuartzScheduleTests
{
    private static readonly SyncJobId Cycle = new(new AccountId("main"), JobNames.Cycle);
    private static readonly SyncJobId Status = new(new AccountId("main"), JobNames.ExportStatus);
    private static readonly SyncJobId Changes = new(null, JobNames.TrackedChanges);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Schedule_FollowsAccountsAndIntervals_AndLeavesTheRestAlone()
    {
        await using var scheduler = await QuartzSchedulerBuilder.Create().BuildScheduler();
        var writer = new ScheduleWriter(TimeProvider.System, NullLogger<ScheduleWriter>.Instance);
        ScheduledJob cycle = new(Cycle, TimeSpan.FromMinutes(4), RunsAtOnce: true), status = new(Status, TimeSpan.FromMinutes(5), false), changes = new(Changes, TimeSpan.FromMinutes(5), false);
        await writer.ReconcileAsync(scheduler, [cycle, status, changes], removesOthers: true, Cancel);
        var key = DotdigitalQuartzJobs.KeyOf(new AccountId("main"), JobNames.Cycle);
        var first = await TriggerAsync(scheduler, "cycle/main");
        Assert.InRange(first.StartTimeUtc, DateTimeOffset.MinValue, TimeProvider.System.GetUtcNow());
        Assert.Equal(SimpleTriggerMisfireInstruction.NowWithExistingCount, first.MisfireInstruction);
        Assert.True((await TriggerAsync(scheduler, "export-status/main")).StartTimeUtc > TimeProvider.System.GetUtcNow().AddMinutes(4));
        var detail = await scheduler.GetJobDetail(key, Cancel);
        Assert.Equal(["account", "job"], detail!.JobDataMap.Keys.Order(StringComparer.Ordinal));
        Assert.True(detail is { Durable: true, RequestsRecovery: true, ConcurrentExecutionDisallowed: true });

        await writer.ReconcileAsync(scheduler, [cycle, status, changes], removesOthers: true, Cancel);
        Assert.Equal(first.StartTimeUtc, (await TriggerAsync(scheduler, "cycle/main")).StartTimeUtc);

        await writer.ReconcileAsync(scheduler, [cycle with { Interval = TimeSpan.FromMinutes(1) }, changes], removesOthers: false, Cancel);
        Assert.Equal(TimeSpan.FromMinutes(1), (await TriggerAsync(scheduler, "cycle/main")).RepeatInterval);
        Assert.True(await scheduler.Exists(DotdigitalQuartzJobs.KeyOf(new AccountId("main"), JobNames.ExportStatus), Cancel));

        await writer.ReconcileAsync(scheduler, [changes], removesOthers: true, Cancel);
        Assert.False(await scheduler.Exists(key, Cancel));
        Assert.True(await scheduler.Exists(DotdigitalQuartzJobs.KeyOf(JobNames.TrackedChanges), Cancel));
    }

    [Fact]
    public async Task Request_AskedForByManyNodes_StandsOnce()
    {
        await using var scheduler = await QuartzSchedulerBuilder.Create().BuildScheduler();
        await new ScheduleWriter(TimeProvider.System, NullLogger<ScheduleWriter>.Instance).ReconcileAsync(scheduler, [new(Cycle, TimeSpan.FromMinutes(4), true)], removesOthers: true, Cancel);

        await ScheduleWriter.RequestAsync(scheduler, new AccountId("main"), Cancel);
        await ScheduleWriter.RequestAsync(scheduler, new AccountId("main"), Cancel);

        Assert.True(await scheduler.Exists(new TriggerKey("requested/main", DotdigitalQuartzJobs.Group), Cancel));
    }

    [Fact]
    public async Task TwoSchedulers_AreRefusedAtStart_ByTheirNames()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddQuartz();
        builder.Services.AddDotdigitalIntegration().UseInMemoryStore().AddScheduler().UseQuartz();
        using var host = builder.Build();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(Cancel));

        Assert.Contains("AddScheduler() and UseQuartz()", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingScheduler_IsTold_WithTheRemedy()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddDotdigitalIntegration().UseInMemoryStore().UseQuartz();
        using var host = builder.Build();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(Cancel));

        Assert.Contains("AddQuartz(", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<ISimpleTrigger> TriggerAsync(IScheduler scheduler, string name) =>
        Assert.IsType<ISimpleTrigger>(await scheduler.GetTrigger(new TriggerKey(name, DotdigitalQuartzJobs.Group), Cancel), exactMatch: false);
}
