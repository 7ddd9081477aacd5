using System.Data.Common;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.MarketingLists;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.Tracking;

/// <summary>
/// Rule TR-3: resolves a page of changes to the items that they concern and raises those items' update versions, set-based. Changes that the
/// list cannot resolve are set aside, so that one bad path does not keep every later change waiting.
/// </summary>
internal sealed partial class RaiseChangedItemsStep(ILogger<RaiseChangedItemsStep> logger)
{
    private const int ItemsPerUnit = 5000;

    public async Task<StepReport> RunAsync(AccountRun run, IReadOnlyList<FieldChange> changes, CancellationToken cancellationToken)
    {
        var report = new StepReport { Step = StepNames.ProcessChanges, Read = changes.Count };
        foreach (var list in await run.GetConnectedListsAsync(cancellationToken).ConfigureAwait(false))
        {
            var (items, setAside) = await ResolveAsync(run, list, changes, cancellationToken).ConfigureAwait(false);
            report = report with { SetAside = report.SetAside + setAside };
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

    private async Task<(HashSet<string> Items, int SetAside)> ResolveAsync(AccountRun run, ConnectedList list, IReadOnlyList<FieldChange> changes, CancellationToken cancellationToken)
    {
        var items = new HashSet<string>(StringComparer.Ordinal);
        var setAside = 0;
        foreach (var path in changes.Where(change => string.Equals(change.RootEntity, list.List.Entity, StringComparison.Ordinal)).GroupBy(static change => change.Path, StringComparer.Ordinal))
        {
            var keys = path.Select(static change => change.Key).Distinct(StringComparer.Ordinal).ToList();
            if (path.Key.Length == 0)
            {
                items.UnionWith(keys);
                continue;
            }

            try
            {
                // A session for each path: one that failed may have left the host's reader unusable.
                await using var session = run.Lists.Open(list.List);
                items.UnionWith(await session.Source.ResolveItemsAsync(path.Key, keys, cancellationToken).ConfigureAwait(false));
            }
            catch (Exception unresolved) when (!IsPassing(unresolved, cancellationToken))
            {
                LogUnresolved(list.List.Name, path.Key, keys.Count, unresolved);
                setAside += keys.Count;
            }
        }

        return (items, setAside);
    }

    /// <summary>What a later run may well resolve: the changes stay recorded for it.</summary>
    private static bool IsPassing(Exception failure, CancellationToken cancellationToken) =>
        failure is TimeoutException or DbException { IsTransient: true } || (failure is OperationCanceledException && cancellationToken.IsCancellationRequested);

    [LoggerMessage(2030, LogLevel.Warning, "Marketing list {List}: {Changes} changes by the path '{Path}' could not be resolved to items and are set aside; correct the tracked field and force a sync of the list")]
    private partial void LogUnresolved(string list, string path, int changes, Exception exception);
}
