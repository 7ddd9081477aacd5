using System.Globalization;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>
/// Tells the host what is set aside of each list, when it is not what was told last (rules EX-3c, ST-2, ST-3). What was told is stored with the event. The
/// run's report says in every run how many they are and names the first of them.
/// </summary>
internal static class TellSetAsideStep
{
    /// <summary>Items that a report names; all of them are read with <see cref="ISetAsideReader"/>.</summary>
    private const int NamedItems = 10;

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
        var notes = total == 0 ? [] : new[] { await DescribeAsync(unit, list, counts, total, cancellationToken).ConfigureAwait(false) };
        var report = new StepReport { Step = StepNames.TellSetAside, Read = total, Notes = notes };
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

    private static async Task<string> DescribeAsync(IUnitOfWork unit, ConnectedList list, IReadOnlyDictionary<string, long> counts, long total, CancellationToken cancellationToken)
    {
        var named = (await unit.ListItems.PageSetAsideAsync(list.List.Name, null, NamedItems, cancellationToken).ConfigureAwait(false))
            .Select(static item => (ItemId: (string?)item.ItemId, item.Reason))
            .ToList();
        foreach (var state in (ExportState[])[ExportState.Held, ExportState.Faulted])
        {
            var members = await unit.Memberships.PageAsync(new MembershipFilter { ConnectionId = list.Connection.Id, State = state }, null, NamedItems, cancellationToken).ConfigureAwait(false);
            named.AddRange(members.Select(static view => (view.Membership.ItemId, view.Membership.State.Reason ?? SetAsideReason.Unknown)));
        }

        // A host may use addresses as ids: a report holds none.
        var items = named
            .Where(static item => item.ItemId is { } id && !id.Contains('@', StringComparison.Ordinal))
            .Take(NamedItems)
            .Select(static item => $"{item.ItemId} ({item.Reason})");
        var reasons = counts.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Marketing list '{list.List.Name}': {total} rows are set aside ({string.Join(", ", reasons)}), among them: {string.Join(", ", items)}. {nameof(ISetAsideReader)} reads all of them, each with what to do.");
    }
}
