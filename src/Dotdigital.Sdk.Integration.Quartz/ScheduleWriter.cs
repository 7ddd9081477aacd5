using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Scheduling;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Dotdigital.Sdk.Integration.Quartz;

/// <summary>
/// Brings a scheduler's jobs and triggers in line with what is to run. Safe to repeat, and from several nodes at once: what is there already, by name and
/// interval, is left as it is, so that the times of a cluster survive the start of a node.
/// </summary>
internal sealed partial class ScheduleWriter(TimeProvider time, ILogger<ScheduleWriter> logger)
{
    private const int PageSize = 500;

    /// <summary>Adds what is missing and corrects intervals.</summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="wanted">All jobs that are to run by themselves.</param>
    /// <param name="removesOthers">Whether the group's other jobs are removed: those of accounts that were removed or disabled.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task ReconcileAsync(IScheduler scheduler, IReadOnlyList<ScheduledJob> wanted, bool removesOthers, CancellationToken cancellationToken)
    {
        var jobs = await GetJobsAsync(scheduler, cancellationToken).ConfigureAwait(false);
        var triggers = await GetTriggersAsync(scheduler, cancellationToken).ConfigureAwait(false);
        var keys = wanted.Select(static job => KeyOf(job.Id)).ToHashSet();
        var begun = wanted.Where(job => job.Id.Account is not null && !triggers.ContainsKey(TriggerOf(job.Id))).Select(static job => job.Id.Account).Distinct().Count();
        var changed = 0;
        foreach (var job in wanted)
        {
            var key = KeyOf(job.Id);
            if (!jobs.Contains(key))
            {
                await scheduler.AddJob(DetailOf(job.Id, key), AddJobOptions.Replacing, cancellationToken).ConfigureAwait(false);
            }

            triggers.TryGetValue(TriggerOf(job.Id), out var trigger);
            if (trigger is null || !string.Equals(trigger.Description, DescriptionOf(job), StringComparison.Ordinal))
            {
                var built = BuildTrigger(job, key, begun, trigger);
                await scheduler.ScheduleTrigger(built, trigger is null ? TriggerConflict.Keep : TriggerConflict.Replace, cancellationToken).ConfigureAwait(false);
                changed++;
            }
        }

        var gone = removesOthers ? jobs.Except(keys).ToList() : [];
        if (gone.Count > 0)
        {
            await scheduler.DeleteJobs(gone, cancellationToken).ConfigureAwait(false);
        }

        await scheduler.ResetTriggersFromErrorState(GroupMatcher<TriggerKey>.GroupEquals(DotdigitalQuartzJobs.Group), cancellationToken).ConfigureAwait(false);
        if (changed > 0 || gone.Count > 0)
        {
            LogReconciled(wanted.Count, changed, gone.Count);
        }
    }

    /// <summary>Has what was asked of an account run now, once, however many nodes say so.</summary>
    public static async Task RequestAsync(IScheduler scheduler, AccountId account, CancellationToken cancellationToken)
    {
        var trigger = TriggerBuilder.Create()
            .WithIdentity(SyncJob.RequestPrefix + account, DotdigitalQuartzJobs.Group)
            .ForJob(DotdigitalQuartzJobs.KeyOf(account, JobNames.Cycle))
            .StartNow()
            .WithSchedule(SimpleScheduleBuilder.Create().WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
            .Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Keep, cancellationToken).ConfigureAwait(false);
    }

    private static JobKey KeyOf(SyncJobId job) => job.Account is { } account ? DotdigitalQuartzJobs.KeyOf(account, job.Job) : DotdigitalQuartzJobs.KeyOf(job.Job);

    private static TriggerKey TriggerOf(SyncJobId job) => new(KeyOf(job).Name, DotdigitalQuartzJobs.Group);

    /// <summary>The interval, readable in a list of triggers without reading each of them.</summary>
    private static string DescriptionOf(ScheduledJob job) => $"every {job.Interval:c}";

    private static IJobDetail DetailOf(SyncJobId job, JobKey key)
    {
        var data = new JobDataMap { [SyncJob.Job] = job.Job };
        if (job.Account is { } account)
        {
            data[SyncJob.Account] = account.Value;
        }

        return JobBuilder.Create<SyncJob>().WithIdentity(key).UsingJobData(data).StoreDurably().RequestRecovery().DisallowConcurrentExecution().Build();
    }

    private ITrigger BuildTrigger(ScheduledJob job, JobKey key, int begun, TriggerHeader? before)
    {
        var now = time.GetUtcNow();
        var first = now + (job.Id.Account is { } account ? Spread.OffsetOf(account.Value, begun, job.Interval) : TimeSpan.Zero) + (job.RunsAtOnce ? TimeSpan.Zero : job.Interval);
        if (before is not null)
        {
            // A changed interval counts from the last start.
            var next = (before.PreviousFireTimeUtc ?? now) + job.Interval;
            first = next > now ? next : now;
        }

        return TriggerBuilder.Create()
            .WithIdentity(TriggerOf(job.Id))
            .WithDescription(DescriptionOf(job))
            .ForJob(key)
            .StartAt(first)
            .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(job.Interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount))
            .Build();
    }

    private static async Task<HashSet<JobKey>> GetJobsAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        var found = new HashSet<JobKey>();
        while (true)
        {
            var page = await scheduler.QueryJobs(
                new JobQuery { Group = GroupMatcher<JobKey>.GroupEquals(DotdigitalQuartzJobs.Group), Skip = found.Count, Take = PageSize }, cancellationToken).ConfigureAwait(false);
            found.UnionWith(page.Items.Select(static job => job.Key));
            if (!page.HasMore || page.Items.Count == 0)
            {
                return found;
            }
        }
    }

    private static async Task<Dictionary<TriggerKey, TriggerHeader>> GetTriggersAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        var found = new Dictionary<TriggerKey, TriggerHeader>();
        while (true)
        {
            var page = await scheduler.QueryTriggers(
                new TriggerQuery { Group = GroupMatcher<TriggerKey>.GroupEquals(DotdigitalQuartzJobs.Group), Skip = found.Count, Take = PageSize }, cancellationToken).ConfigureAwait(false);
            foreach (var trigger in page.Items)
            {
                found[trigger.Key] = trigger;
            }

            if (!page.HasMore || page.Items.Count == 0)
            {
                return found;
            }
        }
    }

    [LoggerMessage(2600, LogLevel.Information, "Quartz: {Jobs} jobs of Dotdigital are scheduled; {Changed} were added or changed, {Removed} removed.")]
    private partial void LogReconciled(int jobs, int changed, int removed);
}
