using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.Tracking;

/// <summary>
/// Reads recorded changes in order, a page at a time; each account raises what they concern, and only when all have is the page deleted (rule
/// TR-3). A kill in between raises again, which costs a comparison and nothing else. While an account is busy, the page waits for it: the others, which have
/// raised it, are left alone meanwhile, so that accounts which ask for the job again do not keep each other busy with it.
/// </summary>
internal sealed partial class TrackedChangeProcessor(
    AccountRunner runner,
    RaiseChangedItemsStep raise,
    IFieldChangeLog log,
    ISyncStore store,
    MarketingListCatalogue lists,
    AccountDirectory accounts,
    ILogger<TrackedChangeProcessor> logger) : ITrackedChangeProcessor, IDisposable
{
    private const int PageSize = 5000;

    /// <summary>One run at a time: the next one finds what this one leaves.</summary>
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>The page that waits for an account.</summary>
    private HashSet<FieldChange> _waiting = [];

    /// <summary>The accounts that have raised all of it.</summary>
    private HashSet<AccountId> _raised = [];

    public void Dispose() => _turn.Dispose();

    public async Task<IReadOnlyList<SyncReport>> RunAsync(IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await RunAloneAsync(progress, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<IReadOnlyList<SyncReport>> RunAloneAsync(IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
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

            var raised = new HashSet<AccountId>();
            var isDone = true;
            foreach (var account in await accounts.GetAllAsync(cancellationToken).ConfigureAwait(false))
            {
                var own = await FindOwnAsync(account.Id, page, cancellationToken).ConfigureAwait(false);
                if (own.Count == 0)
                {
                    raised.Add(account.Id);
                    continue;
                }

                var report = account.Settings.IsEnabled ? await RaiseAsync(account.Id, own, progress, cancellationToken).ConfigureAwait(false) : null;
                if (report is null)
                {
                    await RefreshLater.AskAsync(token => store.BeginAsync(account.Id, token), lists, own, static _ => true, cancellationToken).ConfigureAwait(false);
                    continue;
                }

                isDone &= report.IsSuccess;
                if (report.IsSuccess)
                {
                    raised.Add(account.Id);
                }

                reports[account.Id.Value] = reports.TryGetValue(account.Id.Value, out var before) ? report with { Steps = [.. before.Steps, .. report.Steps] } : report;
            }

            _waiting = isDone ? [] : [.. page];
            _raised = raised;
            if (!isDone)
            {
                return [.. reports.Values];
            }

            await log.DeleteAsync([.. page.Select(static change => change.Sequence)], cancellationToken).ConfigureAwait(false);
            after = page[^1].Sequence;
        }
    }

    /// <summary>The changes that an account has not raised yet and that one of its lists, connected or not any more, may know the records of.</summary>
    private async Task<List<FieldChange>> FindOwnAsync(AccountId account, IReadOnlyList<FieldChange> page, CancellationToken cancellationToken)
    {
        IReadOnlyList<ConnectionRecord> connections;
        await using (var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false))
        {
            connections = await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false);
        }

        var entities = connections.Select(connection => lists.Find(connection.ListName)?.Entity).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var hasRaised = _raised.Contains(account);
        return
        [
            .. page.Where(change => entities.Contains(change.RootEntity)
                && (change.Account is null || string.Equals(change.Account, account.Value, StringComparison.Ordinal))
                && !(hasRaised && _waiting.Contains(change))),
        ];
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
