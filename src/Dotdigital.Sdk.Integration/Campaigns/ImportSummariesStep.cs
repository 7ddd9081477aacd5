using Dotdigital.Sdk.Campaigns;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>Imports the summaries of the campaigns that <see cref="FindActiveCampaignsStep"/> chose (rule IM-10). Those that a slice has no time for come first in the next run (rule W-2).</summary>
internal sealed class ImportSummariesStep(ILogger<ImportSummariesStep> logger)
{
    private const int SaveSize = 100;

    public async Task<StepReport> RunAsync(AccountRun run, IReadOnlyList<CampaignRecord> campaigns, CancellationToken cancellationToken)
    {
        var started = run.Time.GetTimestamp();
        var failures = new StepFailures();
        var ready = await FindReadyAsync(run, campaigns, cancellationToken).ConfigureAwait(false);
        var left = new List<CampaignRecord>();
        int read = 0, updated = 0, failed = 0;
        foreach (var chunk in ready.Chunk(SaveSize))
        {
            var summaries = new Dictionary<int, CampaignSummary>();
            foreach (var campaign in chunk)
            {
                if (campaign != ready[0] && run.IsSliceOver(started))
                {
                    left.Add(campaign);
                    continue;
                }

                try
                {
                    summaries[campaign.Id] = await run.Client.Campaigns.GetSummaryAsync(campaign.Id, cancellationToken).ConfigureAwait(false);
                }
                catch (DotdigitalException failure) when (StepFailures.IsContained(failure))
                {
                    logger.SummaryFailed(failure, run.Account.Value, campaign.Id);
                    failures.Add(failure);
                    failed++;
                }
            }

            read += summaries.Count;
            updated += await StoreAsync(run, summaries, cancellationToken).ConfigureAwait(false);
            run.Tell(StepNames.ImportSummaries, string.Empty, read, ready.Count);
        }

        await SaveLeftAsync(run, left, cancellationToken).ConfigureAwait(false);
        logger.SummariesImported(run.Account.Value, read, updated, failed);
        return new StepReport
        {
            Step = StepNames.ImportSummaries,
            Read = read,
            Updated = updated,
            Skipped = Math.Max(0, campaigns.Count - ready.Count) + read - updated,
            SetAside = failed,
            Continues = left.Any(static campaign => campaign.Summary is null),
            Error = failures.Error,
            Exception = failures.Exception,
            Duration = run.Time.GetElapsedTime(started),
        };
    }

    /// <summary>
    /// A first summary marks a campaign as read once, so it waits for the first complete read of the activities, or for that read's failure to be
    /// remembered. Those that the last run left come before the others.
    /// </summary>
    private static async Task<List<CampaignRecord>> FindReadyAsync(AccountRun run, IReadOnlyList<CampaignRecord> campaigns, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var account = await unit.Watermarks.GetAsync(StepNames.ImportActivities, 0, cancellationToken).ConfigureAwait(false);
        var pending = PendingCampaigns.Parse(account.Cursor);
        var ready = new List<CampaignRecord>(campaigns.Count);
        foreach (var campaign in campaigns.Where(static campaign => CampaignStates.HasSettledRecipients(campaign.Status)))
        {
            if (campaign.Summary is not null
                || pending.Contains(campaign.Id)
                || (await unit.Watermarks.GetAsync(StepNames.ImportActivities, campaign.Id, cancellationToken).ConfigureAwait(false)).At?.ToSecond() >= run.DotdigitalBegin.ToSecond())
            {
                ready.Add(campaign);
            }
        }

        var left = PendingCampaigns.Parse((await unit.Watermarks.GetAsync(StepNames.ImportSummaries, 0, cancellationToken).ConfigureAwait(false)).Cursor);
        if (left.Count == 0)
        {
            return ready;
        }

        var chosen = campaigns.Select(static campaign => campaign.Id).ToHashSet();
        var waiting = (await unit.Campaigns.GetAllAsync(cancellationToken).ConfigureAwait(false))
            .Where(campaign => campaign.DeletedAt is null && left.Contains(campaign.Id) && !chosen.Contains(campaign.Id));
        return [.. ready.Concat(waiting).OrderBy(campaign => left.IndexOf(campaign.Id) is >= 0 and var turn ? turn : int.MaxValue)];
    }

    private static async Task SaveLeftAsync(AccountRun run, List<CampaignRecord> left, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var mark = await unit.Watermarks.GetAsync(StepNames.ImportSummaries, 0, cancellationToken).ConfigureAwait(false);
        var cursor = PendingCampaigns.Format(left.Select(static campaign => campaign.Id));
        if (!string.Equals(mark.Cursor, cursor, StringComparison.Ordinal))
        {
            await unit.Watermarks.SaveAsync(mark with { Cursor = cursor }, cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<int> StoreAsync(AccountRun run, Dictionary<int, CampaignSummary> summaries, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var changed = new List<CampaignRecord>();
        foreach (var campaign in await unit.Campaigns.GetAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (summaries.TryGetValue(campaign.Id, out var summary))
            {
                var now = campaign with { Summary = SummaryJson.From(summary), SentAt = summary.DateSent.ToSecond() ?? campaign.SentAt };
                if (!CampaignRecords.AreSame(now, campaign))
                {
                    changed.Add(now);
                }
            }
        }

        if (changed.Count > 0)
        {
            await unit.Campaigns.SaveAsync(changed, cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        return changed.Count;
    }
}
