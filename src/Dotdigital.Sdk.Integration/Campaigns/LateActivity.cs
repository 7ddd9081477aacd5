using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Import;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>Once a day activity is read from further back, for what reached Dotdigital's reporting late (BEHAVIOUR section 2).</summary>
internal static class LateActivity
{
    /// <summary>The scope of the daily read's watermark; campaigns have positive ids.</summary>
    public const int Scope = -1;

    /// <summary>How far back the daily read reaches.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromHours(72);

    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    /// <summary>Whether this run's read is the daily one.</summary>
    public static Task<bool> IsDueAsync(AccountRun run, CancellationToken cancellationToken) =>
        StepSchedule.IsDueAsync(run, StepNames.ImportActivities, Scope, Interval, cancellationToken);
}
