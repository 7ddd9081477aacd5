using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Scheduling;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>
/// Ends every run: stores how the job went, tells the host when Dotdigital refuses the account or takes it again (rule AC-1), and delivers what
/// waits to be told when the run could not do so itself. None of it needs a call.
/// </summary>
internal sealed class RunEnding(DeliverEventsStep deliver, RunRecorder recorder)
{
    /// <summary>Ends a run whose steps ran.</summary>
    public async Task EndAsync(AccountRun run, string job, StepList steps, CancellationToken cancellationToken)
    {
        var failed = steps.Reports.FirstOrDefault(static report => report.Error is not null);
        var worked = steps.Reports.Any(static report => report is { Calls: > 0, Error: null });
        var told = await StoreAsync(run, job, failed is null ? null : FailureWords.Of(failed.Exception, failed.Error!), worked ? false : null, null, cancellationToken).ConfigureAwait(false);
        if (told)
        {
            await steps.RunAsync(StepNames.DeliverEvents, string.Empty, token => deliver.RunAsync(run, token), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Ends a run that was cut short, and tells the host what waits.</summary>
    public async Task FailAsync(AccountRun run, string job, StepList steps, Exception failure, CancellationToken cancellationToken)
    {
        var refused = failure as DotdigitalAuthenticationException;
        await StoreAsync(run, job, FailureWords.Of(failure, failure.Message), refused is null ? null : true, refused, cancellationToken).ConfigureAwait(false);
        await steps.RunAsync(StepNames.DeliverEvents, string.Empty, token => deliver.RunAsync(run, token), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stores the job's and the account's state.</summary>
    /// <returns>Whether there is something to tell the host.</returns>
    private async Task<bool> StoreAsync(
        AccountRun run, string job, (string Code, string Text)? failure, bool? isRefused, DotdigitalAuthenticationException? refusal, CancellationToken cancellationToken)
    {
        var now = run.Time.GetUtcNow();
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var before = await unit.JobStates.FindAsync(job, cancellationToken).ConfigureAwait(false) ?? new JobStateRecord { Job = job };
        await unit.JobStates.SaveAsync(After(before, failure, now, refusal is null ? null : run.Options.CycleInterval), cancellationToken).ConfigureAwait(false);
        if (run.Live is { } live)
        {
            await recorder.EndAsync(unit, live, failure is null ? SyncRunState.Succeeded : SyncRunState.Failed, failure?.Text, cancellationToken).ConfigureAwait(false);
        }

        var told = isRefused is { } refused && await StoreAccountAsync(unit, run, refused, refusal, now, cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        run.Live?.IsEnded = true;
        return told;
    }

    private static async Task<bool> StoreAccountAsync(
        IUnitOfWork unit, AccountRun run, bool isRefused, DotdigitalAuthenticationException? refusal, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = await unit.JobStates.FindAsync(JobNames.Account, cancellationToken).ConfigureAwait(false) ?? new JobStateRecord { Job = JobNames.Account };
        var after = After(before, isRefused ? FailureWords.Of(refusal, string.Empty) : null, now, isRefused ? run.Options.CycleInterval : null);
        await unit.JobStates.SaveAsync(after, cancellationToken).ConfigureAwait(false);
        if (before.FailingSince is null == !isRefused)
        {
            return false;
        }

        DotdigitalEvent happened = isRefused
            ? new AccountRefused
            {
                EventId = EventIds.For(run.Account, nameof(AccountRefused), string.Empty, now),
                Account = run.Account.Value,
                RecordedAt = now,
                StatusCode = (int)refusal!.StatusCode,
                ErrorCode = refusal.ErrorCode,
                Message = refusal.Message,
            }
            : new AccountWorksAgain
            {
                EventId = EventIds.For(run.Account, nameof(AccountWorksAgain), string.Empty, now),
                Account = run.Account.Value,
                RecordedAt = now,
                RefusedSince = before.FailingSince!.Value,
            };
        await unit.Outbox.AddAsync([happened.ToOutbox()], cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static JobStateRecord After(JobStateRecord before, (string Code, string Text)? failure, DateTimeOffset now, TimeSpan? interval)
    {
        if (failure is not { } failed)
        {
            return before with { LastSuccessAt = now, FailingSince = null, Failures = 0, NextTryAt = null };
        }

        var failures = before.Failures + 1;
        return before with
        {
            LastFailureAt = now,
            FailingSince = before.FailingSince ?? now,
            Failures = failures,
            LastErrorCode = failed.Code,
            LastError = failed.Text,
            NextTryAt = interval is { } between ? now + SyncJobs.BackOff(between, failures) : null,
        };
    }
}
