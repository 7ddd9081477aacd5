using System.Globalization;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.MarketingLists;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>Tells the host what is set aside of each list, when it is not what was told last (rules EX-3c, ST-2, ST-3). What was told is stored with the event.</summary>
internal static class TellSetAsideStep
{
    public static async Task<StepReport> RunAsync(AccountRun run, CancellationToken cancellationToken)
    {
        var report = new StepReport { Step = StepNames.TellSetAside };
        foreach (var list in await run.GetConnectedListsAsync(cancellationToken).ConfigureAwait(false))
        {
            report = report.Plus(await TellAsync(run, list, cancellationToken).ConfigureAwait(false));
        }

        return report;
    }

    private static async Task<StepReport> TellAsync(AccountRun run, ConnectedList list, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var counts = await SetAsideReader.CountAsync(unit, list.List.Name, [list.Connection.Id], cancellationToken).ConfigureAwait(false);
        var total = counts.Values.Sum();
        var report = new StepReport { Step = StepNames.TellSetAside, Read = total };
        var told = await unit.Watermarks.GetAsync(StepNames.TellSetAside, list.Connection.Id, cancellationToken).ConfigureAwait(false);
        var now = string.Join(';', counts.Select(static pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={pair.Value}")));
        if (string.Equals(told.Cursor ?? string.Empty, now, StringComparison.Ordinal))
        {
            return report;
        }

        var changed = new RowsSetAside
        {
            EventId = Guid.CreateVersion7(),
            Account = run.Account.Value,
            RecordedAt = run.Time.GetUtcNow(),
            ListName = list.List.Name,
            Counts = counts,
            Total = total,
        };
        await unit.Outbox.AddAsync([changed.ToOutbox()], cancellationToken).ConfigureAwait(false);
        await unit.Watermarks.SaveAsync(told with { Cursor = now }, cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        return report with { Updated = 1 };
    }
}
