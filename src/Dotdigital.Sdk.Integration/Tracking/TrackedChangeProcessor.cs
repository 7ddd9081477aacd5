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
                    var account = new AccountId(name);
                    List<FieldChange> own = [.. page.Where(change => change.Account is null || string.Equals(change.Account, name, StringComparison.Ordinal))];
                    await RefreshLater.AskAsync(token => store.BeginAsync(account, token), lists, own, static _ => true, cancellationToken).ConfigureAwait(false);
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
}
