using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>
/// Looks, after the daily read, for items of the campaigns in hand, and of those read for the first time since the last daily read: their contacts' items may be
/// known by now. What a slice has no time for stays queued (rule W-2).
/// </summary>
internal sealed class RelinkLateActivity(AccountRun run, UnlinkedActivities unlinked)
{
    /// <summary>The scope of its watermark, whose cursor is the queue; campaigns have positive ids.</summary>
    private const int Scope = -3;

    /// <param name="inHand">The campaigns of this run's daily read; null when it was none.</param>
    /// <param name="started">When the step began to read.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>Whether the queue is empty.</returns>
    public async Task<bool> RunAsync(IEnumerable<CampaignRecord>? inHand, long started, CancellationToken cancellationToken)
    {
        var (queue, known) = await LoadAsync(inHand, cancellationToken).ConfigureAwait(false);
        if (queue is { CampaignIds.Count: 0 })
        {
            return true;
        }

        while (queue.CampaignIds is [var first, ..])
        {
            var after = known.TryGetValue(first, out var campaign)
                ? await unlinked.RelinkAsync(campaign, queue.After, () => run.IsSliceOver(started), cancellationToken).ConfigureAwait(false)
                : null;
            if (after is { } contact)
            {
                await SaveAsync(queue with { After = contact }, cancellationToken).ConfigureAwait(false);
                return false;
            }

            queue = queue.Next();
        }

        await SaveAsync(queue, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<(RelinkQueue Queue, Dictionary<int, CampaignRecord> Known)> LoadAsync(IEnumerable<CampaignRecord>? inHand, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var queue = RelinkQueue.Parse((await unit.Watermarks.GetAsync(StepNames.ImportActivities, Scope, cancellationToken).ConfigureAwait(false)).Cursor);
        if (inHand is not null)
        {
            var late = await unit.Watermarks.GetAsync(StepNames.ImportActivities, LateActivity.Scope, cancellationToken).ConfigureAwait(false);
            queue = queue.With(inHand.Select(static campaign => campaign.Id).Concat(PendingCampaigns.Parse(late.Cursor)));
        }

        return (queue, queue.CampaignIds.Count == 0 ? [] : (await unit.Campaigns.GetAllAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(static campaign => campaign.Id));
    }

    private async Task SaveAsync(RelinkQueue queue, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        await unit.Watermarks.SaveAsync(new WatermarkRecord { Step = StepNames.ImportActivities, Scope = Scope, Cursor = queue.Format() }, cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}
