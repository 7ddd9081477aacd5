using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Tracking;

/// <summary>
/// Rule TR-4: asks once a day for the comparison of all members of some connections. One unit stores the requests and that the day's is done, so
/// that a restart neither repeats nor skips it; the export does the rest, without a call where nothing differs.
/// </summary>
internal sealed class ForceSyncStep(IEnumerable<IForceSyncHandler> handlers)
{
    /// <summary>Whether an occurrence has passed that was not done. An account's first one is noted only: everything is new then.</summary>
    public static async Task<bool> IsDueAsync(AccountRun run, CancellationToken cancellationToken)
    {
        if (run.Options.ForceSync == ForceSyncMode.None)
        {
            return false;
        }

        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var last = (await unit.Watermarks.GetAsync(StepNames.ForceSync, 0, cancellationToken).ConfigureAwait(false)).At;
        return last is null || last < LastDue(run);
    }

    public async Task<StepReport> RunAsync(AccountRun run, CancellationToken cancellationToken)
    {
        var connected = await run.GetAllConnectedListsAsync(cancellationToken).ConfigureAwait(false);
        var chosen = connected.Select(static list => list.List)
            .Where(list => run.Options.ForceSync == ForceSyncMode.Always || HasComputed(list))
            .Select(static list => list.Name)
            .ToHashSet(StringComparer.Ordinal);
        var context = new ForceSyncContext(run.Account, run.Options.ForceSync, [.. connected.Select(static list => list.List)], chosen);
        foreach (var handler in handlers)
        {
            handler.Handle(context);
        }

        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var isFirst = (await unit.Watermarks.GetAsync(StepNames.ForceSync, 0, cancellationToken).ConfigureAwait(false)).At is null;
        var asked = (await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false))
            .Where(connection => !isFirst && connection.IsLive && chosen.Contains(connection.ListName))
            .ToList();
        foreach (var connection in asked)
        {
            await unit.Connections.SaveAsync(connection with { RefreshRequested = true }, cancellationToken).ConfigureAwait(false);
        }

        await unit.Watermarks.SaveAsync(new WatermarkRecord { Step = StepNames.ForceSync, At = LastDue(run) }, cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        return new StepReport { Step = StepNames.ForceSync, Read = connected.Count, Updated = asked.Count };
    }

    private static DateTimeOffset LastDue(AccountRun run) =>
        ForceSyncSchedule.LastDue(run.Options.ForceSyncAt, TimeZoneInfo.FindSystemTimeZoneById(run.Options.ForceSyncTimeZone), run.Time.GetUtcNow());

    private static bool HasComputed(MarketingList list)
    {
        var computed = list.Fields.Where(static field => field.IsComputed).Select(static field => field.Name).ToHashSet(StringComparer.Ordinal);
        return list.Mapping.Any(row => row.Fields.Any(computed.Contains));
    }
}
