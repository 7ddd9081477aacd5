using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.Tracking;

/// <summary>
/// Reads recorded changes in order, a page at a time; each account raises what they concern, and only when all have is the page deleted (rule
/// TR-3). A kill in between raises again, which costs a comparison and nothing else.
/// </summary>
internal sealed partial class TrackedChangeProcessor(
    AccountRunner runner,
    RaiseChangedItemsStep raise,
    IFieldChangeLog log,
    ISyncStore store,
    MarketingListCatalogue lists,
    AccountDirectory accounts,
    ILogger<TrackedChangeProcessor> logger) : ITrackedChangeProcessor
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
            foreach (var account in await accounts.GetAllAsync(cancellationToken).ConfigureAwait(false))
            {
                var report = account.Settings.IsEnabled ? await RaiseAsync(account.Id, page, progress, cancellationToken).ConfigureAwait(false) : null;
                if (report is null)
                {
                    List<FieldChange> own = [.. page.Where(change => change.Account is null || string.Equals(change.Account, account.Id.Value, StringComparison.Ordinal))];
                    await RefreshLater.AskAsync(token => store.BeginAsync(account.Id, token), lists, own, static _ => true, cancellationToken).ConfigureAwait(false);
                    continue;
                }

                isDone &= report.IsSuccess;
                reports[account.Id.Value] = reports.TryGetValue(account.Id.Value, out var before) ? report with { Steps = [.. before.Steps, .. report.Steps] } : report;
            }

            if (!isDone)
            {
                return [.. reports.Values];
            }

            await log.DeleteAsync([.. page.Select(static change => change.Sequence)], cancellationToken).ConfigureAwait(false);
            after = page[^1].Sequence;
        }
    }

    /// <summary>Raises a page for one account.</summary>
    /// <returns>Null when the account cannot run: its password cannot be decrypted, or Dotdigital refuses it.</returns>
    private async Task<SyncReport?> RaiseAsync(AccountId account, IReadOnlyList<FieldChange> page, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            return await runner.RunAsync(
                account,
                JobNames.TrackedChanges,
                null,
                progress,
                (run, steps, token) => steps.RunAsync(StepNames.ProcessChanges, string.Empty, t => raise.RunAsync(run, page, t), token),
                cancellationToken).ConfigureAwait(false);
        }
        catch (DotdigitalException unable) when (unable is not (AccountLeaseLostException or StoreUnavailableException))
        {
            LogUnable(account.Value, unable);
            return null;
        }
    }

    [LoggerMessage(2503, LogLevel.Warning, "Account {Account}: tracked changes could not be raised; its lists compare all their values once it runs again.")]
    private partial void LogUnable(string account, Exception exception);
}
