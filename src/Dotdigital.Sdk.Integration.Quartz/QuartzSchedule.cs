using Dotdigital.Sdk.Integration.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace Dotdigital.Sdk.Integration.Quartz;

/// <summary>
/// Keeps the host's scheduler in line with the accounts and their intervals, and has what was asked of busy accounts run once they are free: in one question
/// to the store, whichever node was asked. Stopping cancels this process's runs and waits for what they have under way.
/// </summary>
internal sealed partial class QuartzSchedule(
    IServiceProvider services,
    SyncJobs jobs,
    RunnerGuard guard,
    ScheduleWriter writer,
    JobsUnderWay underWay,
    IOptions<DotdigitalQuartzOptions> options,
    TimeProvider time,
    ILogger<QuartzSchedule> logger) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(5);

    /// <summary>How often the whole schedule is compared although nothing changed here: another node may have removed what it did not know.</summary>
    private static readonly TimeSpan CompareInterval = TimeSpan.FromMinutes(5);

    private IReadOnlyList<ScheduledJob> _written = [];
    private DateTimeOffset _writtenAt;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await guard.BeginAsync(cancellationToken).ConfigureAwait(false);
        _ = await GetSchedulerAsync(cancellationToken).ConfigureAwait(false);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Before any service stops, so that a scheduler which waits for its jobs waits for their pages only.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken) => underWay.CancelAsync();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await underWay.CancelAsync().ConfigureAwait(false);
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await underWay.WaitAsync(cancellationToken).ConfigureAwait(false);
        await guard.EndAsync().ConfigureAwait(false);
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, guard.Lost);
        var scheduler = await GetSchedulerAsync(stoppingToken).ConfigureAwait(false);
        try
        {
            while (true)
            {
                await LookAsync(scheduler, ends.Token).ConfigureAwait(false);
                await Task.Delay(LookInterval, time, ends.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            if (!stoppingToken.IsCancellationRequested)
            {
                await underWay.CancelAsync().ConfigureAwait(false);
                throw guard.LostTo;
            }
        }
    }

    private async Task LookAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        try
        {
            var wanted = await jobs.GetScheduledAsync(cancellationToken).ConfigureAwait(false);
            var isChanged = !wanted.SequenceEqual(_written);
            var now = time.GetUtcNow();
            if (isChanged || now - _writtenAt >= CompareInterval)
            {
                await writer.ReconcileAsync(scheduler, wanted, removesOthers: isChanged, cancellationToken).ConfigureAwait(false);
                (_written, _writtenAt) = (wanted, now);
            }

            foreach (var account in await jobs.GetRequestedAsync(cancellationToken).ConfigureAwait(false))
            {
                await ScheduleWriter.RequestAsync(scheduler, account, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
        {
            LogLookFailed(failed);
        }
    }

    private async Task<IScheduler> GetSchedulerAsync(CancellationToken cancellationToken)
    {
        var factory = services.GetService<ISchedulerFactory>() ?? throw new InvalidOperationException(
            "UseQuartz() found no Quartz scheduler: call AddQuartz(...) and AddQuartzHostedService() on the same services.");
        var name = options.Value.SchedulerName;
        if (name is null)
        {
            return await factory.GetScheduler(cancellationToken).ConfigureAwait(false);
        }

        return await factory.LookupScheduler(name, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"UseQuartz() found no Quartz scheduler named '{name}': call AddQuartz(\"{name}\", ...), or correct SchedulerName.");
    }

    [LoggerMessage(2601, LogLevel.Error, "Quartz: the schedule or the remembered requests of Dotdigital could not be read or written; trying again.")]
    private partial void LogLookFailed(Exception exception);
}
