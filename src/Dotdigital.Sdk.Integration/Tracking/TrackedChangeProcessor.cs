using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk.Integration.Tracking;

/// <summary>
/// Reads recorded changes in order, a page at a time; each account raises what they concern, and only when all have is the page deleted (rule
/// TR-3). A kill in between raises again, which costs a comparison and nothing else.
/// </summary>
internal sealed class TrackedChangeProcessor(
    AccountRunner runner,
    RaiseChangedItemsStep raise,
    IFieldChangeLog log,
    ISyncStore store,
    MarketingListCatalogue lists,
    IOptionsMonitor<DotdigitalIntegrationOptions> options) : ITrackedChangeProcessor
{
    private const int PageSize = 5000;

    public async Task<IReadOnlyList<SyncReport>> RunAsync(IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var reports = new Dictionary<string, SyncReport>(StringComparer.Ordinal);
        long after = 0;
        while (true)
        {
            var page = await log.ReadAsync(after, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                return [.. reports.Values];
            }

            var isDone = true;
            foreach (var (name, settings) in options.CurrentValue.Accounts)
            {
                if (!settings.IsEnabled)
                {
                    await RefreshLaterAsync(new AccountId(name), page, cancellationToken).ConfigureAwait(false);
                    continue;
                }

                var report = await runner.RunAsync(
                    new AccountId(name),
                    JobNames.TrackedChanges,
                    null,
                    progress,
                    (run, steps, token) => steps.RunAsync(StepNames.ProcessChanges, string.Empty, t => raise.RunAsync(run, page, t), token),
                    cancellationToken).ConfigureAwait(false);
                isDone &= report.IsSuccess;
                reports[name] = reports.TryGetValue(name, out var before) ? report with { Steps = [.. before.Steps, .. report.Steps] } : report;
            }

            if (!isDone)
            {
                return [.. reports.Values];
            }

            await log.DeleteAsync([.. page.Select(static change => change.Sequence)], cancellationToken).ConfigureAwait(false);
            after = page[^1].Sequence;
        }
    }

    /// <summary>A disabled account does not hold the others' changes up: its lists compare all their values once it runs again.</summary>
    private async Task RefreshLaterAsync(AccountId account, IReadOnlyList<FieldChange> page, CancellationToken cancellationToken)
    {
        var entities = page.Select(static change => change.RootEntity).ToHashSet(StringComparer.Ordinal);
        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        foreach (var connection in await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (connection is { DisconnectedAt: null, RefreshRequested: false } && lists.Find(connection.ListName) is { } list && entities.Contains(list.Entity))
            {
                await unit.Connections.SaveAsync(connection with { RefreshRequested = true }, cancellationToken).ConfigureAwait(false);
            }
        }

        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}
