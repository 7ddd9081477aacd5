using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Import;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>
/// Chooses the connected campaigns whose activity and summary are read in this run (rules IM-9, IM-10): with activity since the account's
/// watermark, sent lately, never read, or failed the last time. One read of Dotdigital whatever the number of campaigns.
/// </summary>
internal sealed class FindActiveCampaignsStep(ILogger<FindActiveCampaignsStep> logger)
{
    public async Task<IReadOnlyList<CampaignRecord>> RunAsync(AccountRun run, CancellationToken cancellationToken)
    {
        var connected = (await run.GetConnectedListsAsync(cancellationToken).ConfigureAwait(false)).Select(static list => list.Book.Id).ToHashSet();
        WatermarkRecord mark;
        List<CampaignRecord> known;
        await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            mark = await unit.Watermarks.GetAsync(StepNames.ImportActivities, 0, cancellationToken).ConfigureAwait(false);
            known = [.. (await unit.Campaigns.GetAllAsync(cancellationToken).ConfigureAwait(false))
                .Where(campaign => campaign.DeletedAt is null && campaign.AddressBookIds.Any(connected.Contains))];
        }

        var active = known.Count == 0 ? new Dictionary<int, string?>() : await ReadActiveAsync(run, mark, cancellationToken).ConfigureAwait(false);
        var selected = Select(known, active, PendingCampaigns.Parse(mark.Cursor), run.DotdigitalBegin - run.Options.RecentCampaigns);
        logger.ActiveFound(run.Account.Value, selected.Count, known.Count);
        return selected;
    }

    /// <summary>The campaigns to read, by id, with the newer of the two known states.</summary>
    /// <param name="known">The connected campaigns.</param>
    /// <param name="active">The states of the campaigns that had activity, by id.</param>
    /// <param name="pending">Those that failed or were left the last time: they come first, in their order, so that every campaign has its turn (rule W-2).</param>
    /// <param name="recentFrom">Campaigns sent at or after this instant are read in any case.</param>
    internal static List<CampaignRecord> Select(
        IEnumerable<CampaignRecord> known, IReadOnlyDictionary<int, string?> active, IList<int> pending, DateTimeOffset recentFrom) =>
    [
        .. known
            .Where(campaign => active.ContainsKey(campaign.Id) || pending.Contains(campaign.Id) || campaign.SentAt >= recentFrom || campaign.Summary is null)
            .Select(campaign => active.TryGetValue(campaign.Id, out var status) && status is not null ? campaign with { Status = status } : campaign)
            .Where(static campaign => CampaignStates.HasSettledRecipients(campaign.Status))
            .OrderBy(campaign => pending.IndexOf(campaign.Id) is >= 0 and var turn ? turn : int.MaxValue)
            .ThenBy(static campaign => campaign.Id),
    ];

    private static async Task<IReadOnlyDictionary<int, string?>> ReadActiveAsync(AccountRun run, WatermarkRecord mark, CancellationToken cancellationToken)
    {
        var active = new Dictionary<int, string?>();
        if ((mark.At ?? mark.BeganAt) is not { } at)
        {
            // Before the first read no campaign has a summary, so that all are chosen without asking. Should that read be interrupted, those
            // already read are asked for from here on.
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            await unit.Watermarks.SaveAsync(mark with { BeganAt = run.DotdigitalBegin }, cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            return active;
        }

        var isLate = await LateActivity.IsDueAsync(run, cancellationToken).ConfigureAwait(false);
        var since = at - (isLate ? LateActivity.Reach : run.Options.ActivitiesOverlap);
        var pages = OverlappingPages.ReadAsync(
            (skip, take, cancel) => run.Client.Campaigns.GetWithActivitySincePageAsync(since, skip, take, cancel), cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            foreach (var campaign in page.Items)
            {
                active[campaign.Id] = campaign.Status.Value.Length == 0 ? null : campaign.Status.Value;
            }
        }

        return active;
    }
}
