using System.Data.Common;
using System.Runtime.CompilerServices;
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
        changes = [.. changes.Where(change => change.Account is null || string.Equals(change.Account, run.Account.Value, StringComparison.Ordinal))];
        var report = new StepReport { Step = StepNames.ProcessChanges, Read = changes.Count };
        await RefreshLater.AskAsync(run.BeginAsync, run.Lists, changes, static connection => !connection.IsEnabled, cancellationToken).ConfigureAwait(false);
        foreach (var list in await run.GetConnectedListsAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (var path in changes.Where(change => string.Equals(change.RootEntity, list.List.Entity, StringComparison.Ordinal)).GroupBy(static change => change.Path, StringComparer.Ordinal))
            {
                List<string> keys = [.. path.Select(static change => change.Key).Distinct(StringComparer.Ordinal)];
                report = report.Plus(await RaiseAsync(run, list, path.Key, keys, cancellationToken).ConfigureAwait(false));
            }
        }

        return report;
    }

    /// <summary>A shared record may have very many items: they are streamed, and raised as they come.</summary>
    private async Task<StepReport> RaiseAsync(AccountRun run, ConnectedList list, string path, List<string> keys, CancellationToken cancellationToken)
    {
        long raised = 0;
        await using var chunks = ResolveAsync(run, list, path, keys, cancellationToken).Chunk(ItemsPerUnit).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await chunks.MoveNextAsync().ConfigureAwait(false))
                {
                    return new StepReport { Step = StepNames.ProcessChanges, Updated = raised };
                }
            }
            catch (Exception unresolved) when (!IsPassing(unresolved, cancellationToken))
            {
                LogUnresolved(list.List.Name, path, keys.Count, unresolved);
                return new StepReport
                {
                    Step = StepNames.ProcessChanges,
                    Updated = raised,
                    SetAside = keys.Count,
                    Notes = [$"Marketing list '{list.List.Name}': {keys.Count} changes by the path '{path}' could not be resolved to items and are set aside ({unresolved.Message}); correct the tracked field, then refresh the list."],
                };
            }

            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            raised += await unit.Memberships.RaiseAsync(list.Connection.Id, [.. chunks.Current.Distinct(StringComparer.Ordinal)], cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async IAsyncEnumerable<string> ResolveAsync(
        AccountRun run, ConnectedList list, string path, List<string> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (path.Length == 0)
        {
            foreach (var key in keys)
            {
                yield return key;
            }

            yield break;
        }

        // A session for each path: one that failed may have left the host's reader unusable.
        await using var session = run.Lists.Open(list.List);
        await foreach (var item in session.Source.ResolveItemsAsync(path, keys, cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    /// <summary>What a later run may well resolve: the changes stay recorded for it.</summary>
    private static bool IsPassing(Exception failure, CancellationToken cancellationToken) =>
        failure is TimeoutException or DbException { IsTransient: true } || (failure is OperationCanceledException && cancellationToken.IsCancellationRequested);

    [LoggerMessage(2030, LogLevel.Warning, "Marketing list {List}: {Changes} changes by the path '{Path}' could not be resolved to items and are set aside; correct the tracked field and force a sync of the list")]
    private partial void LogUnresolved(string list, string path, int changes, Exception exception);
}
