using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Import;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>Once a day activity is read from further back, for what reached Dotdigital's reporting late (BEHAVIOUR section 2).</summary>
internal static class LateActivity
{
    /// <summary>The scope of the daily read's watermark; campaigns have positive ids.</summary>
    public const int Scope = -1;

    /// <summary>The scope in whose cursor the campaigns stand that the daily read had no time for (rule W-2).</summary>
    private const int LeftScope = -2;

    /// <summary>How far back the daily read reaches.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromHours(72);

    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    /// <summary>Whether this run's read is the daily one.</summary>
    public static Task<bool> IsDueAsync(AccountRun run, CancellationToken cancellationToken) =>
        StepSchedule.IsDueAsync(run, StepNames.ImportActivities, Scope, Interval, cancellationToken);

    /// <summary>The campaigns that an earlier daily read left: they are read as far back whenever their turn comes.</summary>
    public static async Task<IReadOnlySet<int>> GetLeftAsync(AccountRun run, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        return PendingCampaigns.Parse((await unit.Watermarks.GetAsync(StepNames.ImportActivities, LeftScope, cancellationToken).ConfigureAwait(false)).Cursor).ToHashSet();
    }

    /// <summary>Keeps the campaigns that are left.</summary>
    public static async Task SaveLeftAsync(AccountRun run, IEnumerable<int> campaignIds, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        await unit.Watermarks.SaveAsync(
            new WatermarkRecord { Step = StepNames.ImportActivities, Scope = LeftScope, Cursor = PendingCampaigns.Format(campaignIds) }, cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}
