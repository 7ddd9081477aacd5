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
        await unlinked.UnparkAsync(cancellationToken).ConfigureAwait(false);

        var left = new List<int>();
        var firstRead = new HashSet<int>();
        var isCut = false;
        foreach (var campaign in campaigns)
        {
            // The daily read of what came late is one of increments, and is never cut: what it had left would not be read that far back.
            isCut = isCut || (!isLate && campaign != campaigns[0] && run.IsSliceOver(started));
            if (isCut)
            {
                left.Add(campaign.Id);
                continue;
            }

            try
            {
                var reader = new CampaignActivityReader(run, campaign, new ItemLinker(campaign, connections), counts);
                var (since, rows) = await reader.ReadAsync(isLate ? LateActivity.Reach : run.Options.ActivitiesOverlap, cancellationToken).ConfigureAwait(false);
                logger.ActivityRead(run.Account.Value, campaign.Id, since, rows);
                if (since is null)
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
                left.Add(campaign.Id);
            }
        }

        if (isLate)
        {
            await RelinkAsync(run, campaigns, unlinked, cancellationToken).ConfigureAwait(false);
        }

        await MoveMarkAsync(run, campaigns, left, cancellationToken).ConfigureAwait(false);
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
            Continues = isCut,
            Error = failures.Error,
            Exception = failures.Exception,
            Duration = run.Time.GetElapsedTime(started),
        };
    }

    /// <summary>Looks for items of the campaigns in hand, and of those read for the first time since the last daily read: their contacts' items may be known by now.</summary>
    private static async Task RelinkAsync(AccountRun run, IReadOnlyList<CampaignRecord> campaigns, UnlinkedActivities unlinked, CancellationToken cancellationToken)
    {
        HashSet<int> wanted = [.. campaigns.Select(static campaign => campaign.Id)];
        List<CampaignRecord> found;
        await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            var mark = await unit.Watermarks.GetAsync(StepNames.ImportActivities, LateActivity.Scope, cancellationToken).ConfigureAwait(false);
            wanted.UnionWith(PendingCampaigns.Parse(mark.Cursor));
            found = [.. (await unit.Campaigns.GetAllAsync(cancellationToken).ConfigureAwait(false)).Where(campaign => wanted.Contains(campaign.Id))];
        }

        foreach (var campaign in found)
        {
            await unlinked.RelinkAsync(campaign, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Moves the account's watermark; campaigns that failed, or were left for the next run (rule W-2), are remembered by name, so that one that always fails holds nothing up (rule W-1). A run
    /// limited to one connection has not looked at the campaigns of the others (rule CN-3).
    /// </summary>
    private static async Task MoveMarkAsync(AccountRun run, IReadOnlyList<CampaignRecord> campaigns, List<int> left, CancellationToken cancellationToken)
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
