using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Privacy;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk.Integration.Webhooks;

/// <summary>
/// Checks, then stores the receipts and the events of a request in one unit: an accepted event is in the outbox before Dotdigital hears so, and one that comes
/// again finds its receipt, on whichever node.
/// </summary>
internal sealed partial class WebhookReceiver(
    ISyncStore store,
    AccountDirectory accounts,
    IOptionsMonitor<DotdigitalIntegrationOptions> options,
    SyncTelemetry telemetry,
    TimeProvider time,
    ILogger<WebhookReceiver> logger) : IWebhookReceiver
{
    /// <summary>Of the 10 seconds that Dotdigital waits.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>Dotdigital tries for 24 hours.</summary>
    private static readonly TimeSpan OldestAge = TimeSpan.FromHours(25);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(10);

    public async Task<WebhookReceipt> ReceiveAsync(AccountId account, Stream body, string? signature, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        WebhookReceipt receipt;
        try
        {
            receipt = await CheckAndStoreAsync(account, body, signature, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException late) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            LogUnavailable(account.Value, late);
            receipt = new WebhookReceipt { Outcome = WebhookOutcome.Unavailable };
        }

        telemetry.WebhooksReceived(accounts.IsKnown(account) ? account.Value : "unknown", receipt);
        if (receipt.Outdated + receipt.Unusable + receipt.Forgotten > 0)
        {
            LogDropped(account.Value, receipt.Outcome, receipt.Stored, receipt.Repeated, receipt.Outdated, receipt.Unusable, receipt.Forgotten);
        }

        return receipt;
    }

    private async Task<WebhookReceipt> CheckAndStoreAsync(AccountId account, Stream body, string? signature, CancellationToken cancellationToken)
    {
        if (WebhookSignature.Parse(signature) is not { } given)
        {
            LogRefused(account.Value, "it has no signature, or one that is no 40 hexadecimal digits");
            return new WebhookReceipt { Outcome = WebhookOutcome.Refused };
        }

        IReadOnlyCollection<string> secrets = [];
        if (!await TryAsync(account, async token => secrets = await FindSecretsAsync(account, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false))
        {
            return new WebhookReceipt { Outcome = WebhookOutcome.Unavailable };
        }

        if (secrets.Count == 0)
        {
            LogRefused(account.Value, "the account is unknown or has no secret: add the webhook's secret to WebhookSecrets of the account, or set it with IAccountService.SetWebhookSecretsAsync");
            return new WebhookReceipt { Outcome = WebhookOutcome.Refused };
        }

        var now = time.GetUtcNow();
        WebhookBatch? batch;
        using (var content = new WebhookBody())
        {
            if (!await content.ReadAsync(body, options.CurrentValue.MaxWebhookBytes, cancellationToken).ConfigureAwait(false))
            {
                LogRefused(account.Value, "its body is larger than Dotdigital:MaxWebhookBytes");
                return new WebhookReceipt { Outcome = WebhookOutcome.TooLarge };
            }

            if (!WebhookSignature.Matches(given, content.Content.Span, secrets))
            {
                LogRefused(account.Value, "no secret of the account made its signature");
                return new WebhookReceipt { Outcome = WebhookOutcome.Refused };
            }

            batch = WebhookReader.Read(account, content.Content, now);
        }

        if (batch is null or { Events.Count: 0 })
        {
            LogRefused(account.Value, "its body holds no event that can be read");
            return new WebhookReceipt { Outcome = WebhookOutcome.Malformed, Unusable = batch?.Unusable ?? 0 };
        }

        var fresh = batch.Events.Where(received => received.At >= now - OldestAge && received.At <= now + ClockSkew).ToList();
        var receipt = new WebhookReceipt { Outcome = WebhookOutcome.Accepted, Outdated = batch.Events.Count - fresh.Count, Unusable = batch.Unusable };
        if (fresh.Count == 0)
        {
            return receipt with { Outcome = WebhookOutcome.Outdated };
        }

        return await TryAsync(account, async token => receipt = await StoreAsync(account, fresh, receipt, now, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false)
            ? receipt
            : new WebhookReceipt { Outcome = WebhookOutcome.Unavailable };
    }

    private async Task<IReadOnlyList<string>> FindSecretsAsync(AccountId account, CancellationToken cancellationToken) =>
        await accounts.FindAsync(account, cancellationToken).ConfigureAwait(false) is { } found ? accounts.GetWebhookSecrets(found) : [];

    private async Task<WebhookReceipt> StoreAsync(AccountId account, IReadOnlyList<WebhookReceived> fresh, WebhookReceipt receipt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<WebhookReceived> taken;
        var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        await using (unit.ConfigureAwait(false))
        {
            var added = await unit.WebhookReceipts.AddAsync([.. fresh.Select(static received => received.EventId)], now, cancellationToken).ConfigureAwait(false);
            var unseen = fresh.Where(received => added.Contains(received.EventId)).DistinctBy(static received => received.EventId).ToList();
            taken = await WithoutForgottenAsync(unit, unseen, cancellationToken).ConfigureAwait(false);
            receipt = receipt with { Stored = taken.Count, Repeated = fresh.Count - unseen.Count, Forgotten = unseen.Count - taken.Count };

            // A batch may hold an entity's events in any order; the revision tells theirs.
            var inOrder = taken.OrderBy(static received => received.At).ThenBy(static received => received.Revision);
            await unit.Outbox.AddAsync([.. inOrder.Select(static received => received.ToOutbox(WebhookReader.OrderKeyOf(received)))], cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        if (taken.Count > 0)
        {
            await RequestDeliveryAsync(account, cancellationToken).ConfigureAwait(false);
        }

        return receipt;
    }

    private static async Task<List<WebhookReceived>> WithoutForgottenAsync(IUnitOfWork unit, List<WebhookReceived> received, CancellationToken cancellationToken)
    {
        var named = received.ConvertAll(static one => (Event: one, Addresses: WebhookMentions.Of(one.Payload)));
        var addresses = named.SelectMany(static one => one.Addresses).ToHashSet();
        IReadOnlySet<EmailAddress> forgotten = addresses.Count == 0
            ? new HashSet<EmailAddress>()
            : await ForgottenPeople.FindAsync(unit, addresses, cancellationToken).ConfigureAwait(false);
        return [.. named.Where(one => !one.Addresses.Overlaps(forgotten)).Select(static one => one.Event)];
    }

    /// <summary>Asks for a prompt delivery; without it the next cycle delivers, so that nothing is lost by a failure here.</summary>
    private async Task RequestDeliveryAsync(AccountId account, CancellationToken cancellationToken)
    {
        try
        {
            await store.Locks.RequestAsync(account, JobNames.DeliverEvents, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failed)
        {
            LogNotRequested(account.Value, failed);
        }
    }

    /// <summary>Works on the store, off the caller's thread and no longer than the sender waits; what the store throws is told, and the sender tries again.</summary>
    /// <returns>False when the store did not do it.</returns>
    private async Task<bool> TryAsync(AccountId account, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        var running = Task.Run(() => work(cancellationToken), CancellationToken.None);
        try
        {
            await running.WaitAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What it throws after it was left behind is nobody's any more; what it stored is found as a repeat.
            _ = running.ContinueWith(static left => _ = left.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw;
        }
        catch (Exception failed)
        {
            LogUnavailable(account.Value, failed);
            return false;
        }
    }

    [LoggerMessage(2080, LogLevel.Warning, "Account {Account}: a webhook was refused: {Reason}.")]
    private partial void LogRefused(string account, string reason);

    [LoggerMessage(2081, LogLevel.Warning, "Account {Account}: events of a webhook were dropped ({Outcome}; {Stored} stored, {Repeated} repeated, {Outdated} outdated, {Unusable} unusable, {Forgotten} of forgotten people).")]
    private partial void LogDropped(string account, WebhookOutcome outcome, int stored, int repeated, int outdated, int unusable, int forgotten);

    [LoggerMessage(2082, LogLevel.Error, "Account {Account}: a webhook could not be stored; Dotdigital sends it again.")]
    private partial void LogUnavailable(string account, Exception exception);

    [LoggerMessage(2083, LogLevel.Warning, "Account {Account}: a prompt delivery could not be asked for; the next cycle delivers.")]
    private partial void LogNotRequested(string account, Exception exception);
}
