using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>
/// Rules ST-1 to ST-6: asks once for the status of every unsettled batch, stores an end at once, reads report and faults once, and settles the
/// members. One batch's trouble never blocks another.
/// </summary>
internal static class CheckBatchesStep
{
    private const int PollsBeforeStalled = 30;
    private const int ErrorsBeforeHourly = 10;
    private const int FaultsAttempts = 3;

    private static readonly TimeSpan Hourly = TimeSpan.FromHours(1);
    /// <summary>How long a batch's end is waited for (rule ST-4).</summary>
    public static readonly TimeSpan StalledFor = TimeSpan.FromDays(7);

    public static async Task<StepReport> RunAsync(AccountRun run, CancellationToken cancellationToken)
    {
        var report = new StepReport { Step = StepNames.CheckBatches };
        IReadOnlyList<BatchRecord> unsettled;
        await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            unsettled = await unit.Batches.GetAsync([BatchState.Sent, BatchState.Ended, BatchState.Stalled], cancellationToken).ConfigureAwait(false);
        }

        foreach (var batch in unsettled.Where(batch => batch.NextPollAt is null || batch.NextPollAt <= run.Time.GetUtcNow()))
        {
            report = report with { Read = report.Read + 1 };
            try
            {
                report = report.Plus(await CheckAsync(run, batch, cancellationToken).ConfigureAwait(false));
            }
            catch (DotdigitalException failed) when (failed is not (AccountLeaseLostException or StoreUnavailableException or DotdigitalAuthenticationException))
            {
                await NoteErrorAsync(run, batch, failed, cancellationToken).ConfigureAwait(false);
                report = report with { Error = failed.Message, Exception = failed };
            }

            run.Tell(StepNames.CheckBatches, string.Empty, report.Read, unsettled.Count);
        }

        await BookStatus.UpdateAsync(run, cancellationToken).ConfigureAwait(false);
        return report;
    }

    /// <summary>
    /// A person waits no longer for a connection's stalled batches (rule ST-4): each is asked for once more, and settled where Dotdigital tells its end. Else it is
    /// given up as lost, as after 7 days: its members are due again, and what it carried is kept, so that it is known when it arrives after all (rules EX-6, W-3).
    /// A batch that Dotdigital says nothing about, as it cannot be reached, stays as it is.
    /// </summary>
    /// <returns>Read: the stalled batches; removed: those given up.</returns>
    public static async Task<StepReport> GiveUpAsync(AccountRun run, int connectionId, CancellationToken cancellationToken)
    {
        var report = new StepReport { Step = StepNames.CheckBatches };
        IReadOnlyList<BatchRecord> stalled;
        await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            stalled = await unit.Batches.GetAsync([BatchState.Stalled], cancellationToken).ConfigureAwait(false);
        }

        foreach (var batch in stalled.Where(batch => batch.ConnectionId == connectionId))
        {
            string? why = null;
            try
            {
                var answer = await CheckAsync(run, batch, cancellationToken).ConfigureAwait(false);
                why = answer.Skipped > 0 ? "Dotdigital has not finished it, and a person gave it up." : null;
            }
            catch (DotdigitalApiException failed) when (failed is not DotdigitalAuthenticationException and not DotdigitalRateLimitedException)
            {
                why = $"Its end could not be learned, and a person gave it up: {failed.Message}";
            }

            report = report with { Read = report.Read + 1 };
            if (why is not null && await FindStalledAsync(run, batch.Id, cancellationToken).ConfigureAwait(false) is { } left)
            {
                await BatchSender.GiveBackAsync(run, left, BatchState.Lost, why, cancellationToken).ConfigureAwait(false);
                report = report with { Removed = report.Removed + 1 };
            }
        }

        await BookStatus.UpdateAsync(run, cancellationToken).ConfigureAwait(false);
        return report;
    }

    /// <summary>Whether a batch keeps EX-3 and EX-4 waiting (rule EX-0).</summary>
    public static bool Blocks(BatchRecord batch) => batch is { Kind: not BatchKind.Removal, State: BatchState.Sending or BatchState.Sent or BatchState.Ended };

    private static async Task<StepReport> CheckAsync(AccountRun run, BatchRecord batch, CancellationToken cancellationToken)
    {
        var step = new StepReport { Step = StepNames.CheckBatches };
        ContactV3ImportResult? import = null;
        if (batch.State != BatchState.Ended)
        {
            (var status, import) = await BatchResultReader.ReadStatusAsync(run, batch, cancellationToken).ConfigureAwait(false);
            if (OutcomeOf(batch.Kind, status) == BatchOutcome.Pending)
            {
                await NotePendingAsync(run, batch, cancellationToken).ConfigureAwait(false);
                return step with { Skipped = 1 };
            }

            batch = batch with { State = BatchState.Ended, Outcome = status, NextPollAt = null };
            await SaveAsync(run, batch, cancellationToken).ConfigureAwait(false);
        }

        var outcome = OutcomeOf(batch.Kind, batch.Outcome);
        var result = new BatchResult { IsRead = false };
        if (outcome == BatchOutcome.Finished)
        {
            try
            {
                result = await BatchResultReader.ReadResultAsync(run, batch, import, cancellationToken).ConfigureAwait(false);
            }
            catch (DotdigitalException unreadable) when (IsAboutFaults(unreadable) || (batch.PollErrors + 1 >= ErrorsBeforeHourly && unreadable is not (StoreUnavailableException or DotdigitalAuthenticationException)))
            {
                if (IsAboutFaults(unreadable) && batch.FaultsErrors + 1 < FaultsAttempts)
                {
                    await SaveAsync(run, batch with { FaultsErrors = batch.FaultsErrors + 1, Error = unreadable.Message }, cancellationToken).ConfigureAwait(false);
                    return step with { Skipped = 1 };
                }

                // Recorded, and settled as delivered: the contacts' own read corrects what was not (rule ST-6).
                batch = batch with { Error = $"Its report or faults could not be read: {unreadable.Message}" };
            }
        }

        var setAside = await new BatchSettler(run, batch, outcome, result).SettleAsync(cancellationToken).ConfigureAwait(false);
        return step with { Updated = batch.MemberCount - setAside, SetAside = setAside };
    }

    private static bool IsAboutFaults(DotdigitalException unreadable) =>
        unreadable is FaultsFileException or DotdigitalResponseException or DotdigitalNotFoundException or DotdigitalValidationException;

    private static BatchOutcome OutcomeOf(BatchKind kind, string? status) => (kind, status?.ToUpperInvariant()) switch
    {
        (BatchKind.Removal, "COMPLETED" or "FINISHED") => BatchOutcome.Finished,
        (_, "FINISHED") => BatchOutcome.Finished,
        (_, "REJECTEDBYWATCHDOG") => BatchOutcome.Rejected,
        (_, "EXCEEDSALLOWEDCONTACTLIMIT") => BatchOutcome.OverLimit,
        (_, "FAILED" or "INVALIDFILEFORMAT") => BatchOutcome.Failed,
        _ => BatchOutcome.Pending,
    };

    private static Task NotePendingAsync(AccountRun run, BatchRecord batch, CancellationToken cancellationToken)
    {
        var polls = batch.Polls + 1;
        var isStalled = polls >= PollsBeforeStalled || batch.State == BatchState.Stalled;
        var now = run.Time.GetUtcNow();
        if (isStalled && batch.SentAt + StalledFor < now)
        {
            return BatchSender.GiveBackAsync(run, batch, BatchState.Lost, "Dotdigital did not finish it within 7 days.", cancellationToken);
        }

        return SaveAsync(run, batch with { Polls = polls, State = isStalled ? BatchState.Stalled : batch.State, NextPollAt = isStalled ? now + Hourly : null }, cancellationToken);
    }

    /// <summary>A batch that cannot be asked for (Dotdigital may not know it any more) stalls as one that does not finish: it must not block the account for ever.</summary>
    private static Task NoteErrorAsync(AccountRun run, BatchRecord batch, DotdigitalException failed, CancellationToken cancellationToken)
    {
        var errors = batch.PollErrors + 1;
        var now = run.Time.GetUtcNow();
        var isStalled = errors >= ErrorsBeforeHourly || batch.State == BatchState.Stalled;
        if (isStalled && batch.State != BatchState.Ended && batch.SentAt + StalledFor < now)
        {
            return BatchSender.GiveBackAsync(run, batch with { PollErrors = errors }, BatchState.Lost, $"Its end could not be learned within 7 days: {failed.Message}", cancellationToken);
        }

        return UpdateAsync(
            run,
            batch.Id,
            stored => stored with
            {
                PollErrors = errors,
                Error = failed.Message,
                State = isStalled && stored.State == BatchState.Sent ? BatchState.Stalled : stored.State,
                NextPollAt = isStalled ? now + Hourly : null,
            },
            cancellationToken);
    }

    /// <summary>The batch, unless the last question brought its end.</summary>
    private static async Task<BatchRecord?> FindStalledAsync(AccountRun run, long id, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        return await unit.Batches.FindAsync(id, cancellationToken).ConfigureAwait(false) is { State: BatchState.Stalled } stalled ? stalled : null;
    }

    private static Task SaveAsync(AccountRun run, BatchRecord batch, CancellationToken cancellationToken) => UpdateAsync(run, batch.Id, _ => batch, cancellationToken);

    private static async Task UpdateAsync(AccountRun run, long id, Func<BatchRecord, BatchRecord> change, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        if (await unit.Batches.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } stored)
        {
            await unit.Batches.SaveAsync(change(stored), cancellationToken).ConfigureAwait(false);
        }

        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}
