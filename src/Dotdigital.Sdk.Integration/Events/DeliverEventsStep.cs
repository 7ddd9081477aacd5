using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Campaigns;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Events;

/// <summary>
/// Delivers stored events to the host: first to the list's own writer, then to the handlers. At least once, in order per person, with growing
/// delays, until accepted or, after a day's worth of tries, set aside for a person to look at (rule OP-4).
/// </summary>
internal sealed class DeliverEventsStep(EventDispatcher dispatcher, CampaignHostAsker campaigns)
{
    private const int PageSize = 200;
    private const int MostAttempts = 20;

    public async Task<StepReport> RunAsync(AccountRun run, CancellationToken cancellationToken)
    {
        var report = new StepReport { Step = StepNames.DeliverEvents };
        var started = run.Time.GetTimestamp();
        long after = 0;
        while (true)
        {
            IReadOnlyList<OutboxRecord> page;
            await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
            {
                page = await unit.Outbox.GetDueAsync(run.Time.GetUtcNow(), after, PageSize, cancellationToken).ConfigureAwait(false);
            }

            if (page.Count == 0)
            {
                return report;
            }

            after = page[^1].Sequence;
            var delivered = new List<long>();
            var failed = new List<OutboxRecord>();
            var isOver = false;
            var stopped = new HashSet<string>(StringComparer.Ordinal);
            foreach (var row in page)
            {
                if (row.OrderKey.Length > 0 && stopped.Contains(row.OrderKey))
                {
                    continue;
                }

                if (run.Time.GetElapsedTime(started) >= run.Options.DeliveryTime)
                {
                    isOver = true;
                    break;
                }

                if (await DeliverAsync(run, row, cancellationToken).ConfigureAwait(false) is { } failure)
                {
                    failed.Add(failure);
                    stopped.Add(row.OrderKey);
                    report = report with { Error = $"{row.Kind} was not accepted by the host: {NameOf(failure.Error!)}.", SetAside = report.SetAside + (failure.SetAsideAt is null ? 0 : 1) };
                }
                else
                {
                    delivered.Add(row.Sequence);
                }
            }

            await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
            {
                await unit.Outbox.DeleteAsync(delivered, cancellationToken).ConfigureAwait(false);
                await unit.Outbox.SaveAsync(failed, cancellationToken).ConfigureAwait(false);
                await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            }

            report = report with { Read = report.Read + page.Count, Sent = report.Sent + delivered.Count };
            run.Tell(StepNames.DeliverEvents, string.Empty, report.Sent);
            if (isOver)
            {
                return report;
            }
        }
    }

    /// <summary>Delivers one event.</summary>
    /// <returns>Null when it was accepted, else the row with its next attempt.</returns>
    private async Task<OutboxRecord?> DeliverAsync(AccountRun run, OutboxRecord row, CancellationToken cancellationToken)
    {
        try
        {
            if (OutboxEvents.Restore(row) is { } happened)
            {
                if (happened is CampaignFirstSent campaign)
                {
                    await campaigns.AskAsync(run, campaign, cancellationToken).ConfigureAwait(false);
                }

                await HandlerCall.RunAsync(
                    run,
                    async token =>
                    {
                        await TellWriterAsync(run.Lists, happened, token).ConfigureAwait(false);
                        await dispatcher.DispatchAsync(happened, token).ConfigureAwait(false);
                    },
                    cancellationToken).ConfigureAwait(false);
            }

            return null;
        }
        catch (Exception refused) when (refused is not AccountLeaseLostException && (refused is not OperationCanceledException || !cancellationToken.IsCancellationRequested))
        {
            var attempts = row.Attempts + 1;
            var now = run.Time.GetUtcNow();
            return row with
            {
                Attempts = attempts,
                NextAttemptAt = now + TimeSpan.FromSeconds(Math.Min(3600, 15 * Math.Pow(2, attempts))),
                SetAsideAt = attempts >= MostAttempts ? now : null,
                Error = $"{refused.GetType().Name}: {refused.Message}",
            };
        }
    }

    /// <summary>The exception's name without its words, which may hold what a report must not.</summary>
    private static string NameOf(string error) => error[..error.IndexOf(':', StringComparison.Ordinal)];

    private static async Task TellWriterAsync(MarketingListCatalogue lists, DotdigitalEvent happened, CancellationToken cancellationToken)
    {
        switch (happened)
        {
            case ContactOptedOut optedOut when lists.Find(optedOut.ListName) is { } list && lists.OpenWriter(list) is { } session:
                await using (session.ConfigureAwait(false))
                {
                    var notice = new OptOutNotice(optedOut.EventId, optedOut.Email, optedOut.Reason, optedOut.At, optedOut.IsUndeliverable, optedOut.IsAccountWide);
                    await session.Writer.OptOutAsync(optedOut.ItemId, notice, cancellationToken).ConfigureAwait(false);
                }

                break;
            case ContactReachableAgain back when lists.Find(back.ListName) is { } list && lists.OpenWriter(list) is { } session:
                await using (session.ConfigureAwait(false))
                {
                    var notice = new OptOutNotice(back.EventId, back.Email, "Subscribed", back.At, IsUndeliverable: false, IsAccountWide: false);
                    await session.Writer.OptBackInAsync(back.ItemId, notice, cancellationToken).ConfigureAwait(false);
                }

                break;
        }
    }
}
