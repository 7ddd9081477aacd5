using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>Imports what contacts did with the campaigns that <see cref="FindActiveCampaignsStep"/> chose (rule IM-9).</summary>
internal sealed class ImportActivitiesStep(ILogger<ImportActivitiesStep> logger)
{
    public async Task<StepReport> RunAsync(AccountRun run, IReadOnlyList<CampaignRecord> campaigns, CancellationToken cancellationToken)
    {
        var started = run.Time.GetTimestamp();
        var counts = new ActivityCounts();
        var failures = new StepFailures();
        var isLate = await IsLateAsync(run, cancellationToken).ConfigureAwait(false);
        var connections = await GetConnectionsAsync(run, cancellationToken).ConfigureAwait(false);
        var unlinked = new UnlinkedActivities(run, connections, counts);
        var isUnparked = await unlinked.UnparkAsync(() => run.IsSliceOver(started), cancellationToken).ConfigureAwait(false);

        var turns = new CampaignTurns();
        var firstRead = new HashSet<int>();
        var late = await LateActivity.GetLeftAsync(run, cancellationToken).ConfigureAwait(false);
        foreach (var campaign in campaigns)
        {
            if (turns.IsCut || (campaign != campaigns[0] && run.IsSliceOver(started)))
            {
                turns.NotBegun.Add(campaign.Id);
                continue;
            }

            try
            {
                var reader = new CampaignActivityReader(run, campaign, new ItemLinker(campaign, connections), counts, started);
                var isRead = await reader.ReadAsync(isLate || late.Contains(campaign.Id) ? LateActivity.Reach : run.Options.ActivitiesOverlap, cancellationToken).ConfigureAwait(false);
                if (!isRead)
                {
                    logger.ActivityCut(run.Account.Value, campaign.Id, reader.Since, reader.Rows);
                    turns.UnderWay.Add(campaign.Id);
                    continue;
                }

                logger.ActivityRead(run.Account.Value, campaign.Id, reader.Since, reader.Rows);
                if (reader.Since is null)
                {
                    firstRead.Add(campaign.Id);
                }
            }
            catch (DotdigitalNotFoundException)
            {
                counts.Gone++;
            }
            catch (Exception failure) when (StepFailures.IsContained(failure))
            {
                logger.ActivityFailed(failure, run.Account.Value, campaign.Id);
                failures.Add(failure);
                turns.Failed.Add(campaign.Id);
            }
        }

        var isRelinked = await new RelinkLateActivity(run, unlinked).RunAsync(isLate ? campaigns : null, started, cancellationToken).ConfigureAwait(false);
        await MoveMarkAsync(run, campaigns, turns.Next, cancellationToken).ConfigureAwait(false);
        await SaveLateAsync(run, campaigns, turns, late, isLate, cancellationToken).ConfigureAwait(false);
        await MoveLateMarkAsync(run, firstRead, isLate, cancellationToken).ConfigureAwait(false);
        logger.ActivitiesImported(run.Account.Value, campaigns.Count, counts.Read, counts.Added, counts.Updated, counts.Unparked, counts.Linked, counts.SetAside);
        return new StepReport
        {
            Step = StepNames.ImportActivities,
            Read = counts.Read,
            Added = counts.Added,
            Updated = counts.Updated + counts.Unparked,
            Skipped = counts.Gone,
            SetAside = counts.SetAside,
            Continues = !isUnparked || !isRelinked || await IsAnyUnfinishedAsync(run, turns, cancellationToken).ConfigureAwait(false),
            Error = failures.Error,
            Exception = failures.Exception,
            Duration = run.Time.GetElapsedTime(started),
        };
    }

    /// <summary>Whether a campaign that was cut or not begun was never read to its end, or is being read: one that only waits for its next increment is no reason for a run of its own.</summary>
    private static async Task<bool> IsAnyUnfinishedAsync(AccountRun run, CampaignTurns turns, CancellationToken cancellationToken)
    {
        if (turns.UnderWay.Count > 0)
        {
            return true;
        }

        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        foreach (var campaignId in turns.NotBegun)
        {
            if (await unit.Watermarks.GetAsync(StepNames.ImportActivities, campaignId, cancellationToken).ConfigureAwait(false) is { At: null } or { Cursor: not null })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a daily read did not get to is read that far back when its turn comes.</summary>
    private static async Task SaveLateAsync(
        AccountRun run, IReadOnlyList<CampaignRecord> campaigns, CampaignTurns turns, IReadOnlySet<int> late, bool isLate, CancellationToken cancellationToken)
    {
        var missed = turns.NotBegun.Concat(turns.Failed).ToHashSet();
        var left = late.Except(campaigns.Select(static campaign => campaign.Id)).Union(missed.Where(id => isLate || late.Contains(id))).ToHashSet();
        if (!left.SetEquals(late))
        {
            await LateActivity.SaveLeftAsync(run, left.Order(), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Moves the account's watermark; campaigns that failed, or were left for the next run (rule W-2), are remembered by name, so that one that always fails holds nothing up (rule W-1). A run
    /// limited to one connection has not looked at the campaigns of the others (rule CN-3).
    /// </summary>
    private static async Task MoveMarkAsync(AccountRun run, IReadOnlyList<CampaignRecord> campaigns, IEnumerable<int> left, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var mark = await unit.Watermarks.GetAsync(StepNames.ImportActivities, 0, cancellationToken).ConfigureAwait(false);
        var pending = PendingCampaigns.Parse(mark.Cursor).Except(campaigns.Select(static campaign => campaign.Id)).Union(left);
        mark = mark with { Cursor = PendingCampaigns.Format(pending) };
        if (run.OnlyList is null)
        {
            mark = mark with { At = run.DotdigitalBegin, BeganAt = null };
        }

        await unit.Watermarks.SaveAsync(mark, cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The daily read's watermark; until then its cursor gathers the campaigns to look at again.</summary>
    private static async Task MoveLateMarkAsync(AccountRun run, HashSet<int> firstRead, bool isLate, CancellationToken cancellationToken)
    {
        if (!isLate && firstRead.Count == 0)
        {
            return;
        }

        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var mark = await unit.Watermarks.GetAsync(StepNames.ImportActivities, LateActivity.Scope, cancellationToken).ConfigureAwait(false);
        var gathered = isLate ? firstRead : PendingCampaigns.Parse(mark.Cursor).Union(firstRead);
        await unit.Watermarks.SaveAsync(
            mark with { At = isLate && run.OnlyList is null ? run.DotdigitalBegin : mark.At, Cursor = PendingCampaigns.Format(gathered) }, cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The first read is complete anyway, so that only later ones can be the daily one.</summary>
    private static async Task<bool> IsLateAsync(AccountRun run, CancellationToken cancellationToken)
    {
        await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            if ((await unit.Watermarks.GetAsync(StepNames.ImportActivities, 0, cancellationToken).ConfigureAwait(false)).At is null)
            {
                return false;
            }
        }

        return await LateActivity.IsDueAsync(run, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<ConnectionRecord>> GetConnectionsAsync(AccountRun run, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        return await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false);
    }
}
