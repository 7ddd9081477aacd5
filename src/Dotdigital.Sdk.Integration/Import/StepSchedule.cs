using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Import;

/// <summary>When a step that does not run in every cycle is due, by its watermark (BEHAVIOUR section 2).</summary>
internal static class StepSchedule
{
    /// <summary>Whether <paramref name="interval"/> has passed since the step's watermark, or it never ran.</summary>
    public static async Task<bool> IsDueAsync(AccountRun run, string step, int scope, TimeSpan interval, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var mark = await unit.Watermarks.GetAsync(step, scope, cancellationToken).ConfigureAwait(false);
        return mark.At is not { } at || at + interval <= run.DotdigitalBegin;
    }
}
