using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.MarketingLists;

namespace Dotdigital.Sdk.Integration.Tracking;

/// <summary>Rule TR-3: resolves a page of changes to the items that they concern and raises those items' update versions, set-based.</summary>
internal static class RaiseChangedItemsStep
{
    private const int ItemsPerUnit = 5000;

    public static async Task<StepReport> RunAsync(AccountRun run, IReadOnlyList<FieldChange> changes, CancellationToken cancellationToken)
    {
        var report = new StepReport { Step = StepNames.ProcessChanges, Read = changes.Count };
        foreach (var list in await run.GetConnectedListsAsync(cancellationToken).ConfigureAwait(false))
        {
            var items = await ResolveAsync(run, list, changes, cancellationToken).ConfigureAwait(false);
            foreach (var chunk in items.Chunk(ItemsPerUnit))
            {
                await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
                var raised = await unit.Memberships.RaiseAsync(list.Connection.Id, chunk, cancellationToken).ConfigureAwait(false);
                await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
                report = report with { Updated = report.Updated + raised };
            }
        }

        return report;
    }

    private static async Task<HashSet<string>> ResolveAsync(AccountRun run, ConnectedList list, IReadOnlyList<FieldChange> changes, CancellationToken cancellationToken)
    {
        var items = new HashSet<string>(StringComparer.Ordinal);
        var paths = changes.Where(change => string.Equals(change.RootEntity, list.List.Entity, StringComparison.Ordinal)).GroupBy(static change => change.Path, StringComparer.Ordinal).ToList();
        if (paths.Count == 0)
        {
            return items;
        }

        await using var session = run.Lists.Open(list.List);
        foreach (var path in paths)
        {
            var keys = path.Select(static change => change.Key).Distinct(StringComparer.Ordinal).ToList();
            items.UnionWith(path.Key.Length == 0 ? keys : await session.Source.ResolveItemsAsync(path.Key, keys, cancellationToken).ConfigureAwait(false));
        }

        return items;
    }
}
