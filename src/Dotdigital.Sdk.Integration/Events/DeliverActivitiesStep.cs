using System.Globalization;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.Events;

/// <summary>
/// Delivers marketing activity to the host's handlers, page by page from a stored cursor (rule IM-9): no row waits in the outbox for an open. The
/// cursor moves when the page was accepted; a page that was not is given again, later and later.
/// </summary>
internal sealed class DeliverActivitiesStep(IServiceScopeFactory scopes)
{
    private const int PageSize = 200;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    public async Task<StepReport> RunAsync(AccountRun run, CancellationToken cancellationToken)
    {
        var report = new StepReport { Step = StepNames.DeliverActivities };
        if (!await HasHandlersAsync().ConfigureAwait(false))
        {
            return report with { NotRun = "No handler of marketing activity is registered." };
        }

        if (await IsWaitingAsync(run, cancellationToken).ConfigureAwait(false))
        {
            return report with { NotRun = "The host did not accept the last page; it is given again later." };
        }

        var started = run.Time.GetTimestamp();
        var reader = await ActivityPageReader.CreateAsync(run, cancellationToken).ConfigureAwait(false);
        while (run.Time.GetElapsedTime(started) < run.Options.DeliveryTime)
        {
            var (page, cursor) = await reader.ReadAsync(PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Activities.Count == 0)
            {
                break;
            }

            try
            {
                await HandlerCall.RunAsync(run, token => HandleAsync(page, token), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception refused) when (refused is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                await NoteRefusalAsync(run, refused, cancellationToken).ConfigureAwait(false);
                return report with { Error = $"A page of marketing activity was not accepted by the host: {refused.GetType().Name}." };
            }

            await AcceptAsync(run, cursor, cancellationToken).ConfigureAwait(false);
            report = report with { Read = report.Read + page.Activities.Count, Sent = report.Sent + page.Activities.Count };
            run.Tell(StepNames.DeliverActivities, string.Empty, report.Sent);
        }

        return report;
    }

    /// <summary>Without a handler the cursor stays where it is, so that one added later misses nothing.</summary>
    private async Task<bool> HasHandlersAsync()
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            return scope.ServiceProvider.GetServices<IMarketingActivityHandler>().Any();
        }
    }

    private async Task HandleAsync(MarketingActivityPage page, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var handler in scope.ServiceProvider.GetServices<IMarketingActivityHandler>())
        {
            await handler.HandleAsync(page, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<bool> IsWaitingAsync(AccountRun run, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var state = await unit.JobStates.FindAsync(JobNames.DeliverActivities, cancellationToken).ConfigureAwait(false);
        return state?.NextTryAt > run.Time.GetUtcNow();
    }

    private static async Task AcceptAsync(AccountRun run, long cursor, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        await unit.Watermarks.SaveAsync(
            new WatermarkRecord { Step = StepNames.DeliverActivities, Cursor = cursor.ToString(CultureInfo.InvariantCulture) }, cancellationToken).ConfigureAwait(false);
        var state = await unit.JobStates.FindAsync(JobNames.DeliverActivities, cancellationToken).ConfigureAwait(false) ?? new JobStateRecord { Job = JobNames.DeliverActivities };
        await unit.JobStates.SaveAsync(state with { LastSuccessAt = run.Time.GetUtcNow(), FailingSince = null, Failures = 0, NextTryAt = null }, cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task NoteRefusalAsync(AccountRun run, Exception refused, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var state = await unit.JobStates.FindAsync(JobNames.DeliverActivities, cancellationToken).ConfigureAwait(false) ?? new JobStateRecord { Job = JobNames.DeliverActivities };
        var now = run.Time.GetUtcNow();
        var delay = TimeSpan.FromSeconds(15 * Math.Pow(2, Math.Min(state.Failures + 1, 10)));
        await unit.JobStates.SaveAsync(
            state with
            {
                LastFailureAt = now,
                FailingSince = state.FailingSince ?? now,
                Failures = state.Failures + 1,
                LastErrorCode = refused.GetType().Name,
                LastError = "A handler of marketing activity threw; see the host's own log.",
                NextTryAt = now + (delay < LongestDelay ? delay : LongestDelay),
            },
            cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}
