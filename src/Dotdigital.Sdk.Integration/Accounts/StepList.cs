using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>
/// Runs steps one after the other and keeps their reports: a step that fails is reported and does not stop independent ones. No step is independent of a store
/// that is out of reach: that ends the run.
/// </summary>
internal sealed partial class StepList(LiveRun live, SyncTelemetry telemetry, ILogger logger, TimeProvider time)
{
    private readonly AccountId _account = live.Lease.Account;
    private readonly string _job = live.Job;
    private readonly List<StepReport> _reports = [];

    public IReadOnlyList<StepReport> Reports => _reports;

    /// <summary>Runs one step.</summary>
    /// <param name="name">The step's name.</param>
    /// <param name="scope">The list, book or campaign; empty for the account.</param>
    /// <param name="step">The step.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>Whether it ran to its end without a failure.</returns>
    public async Task<bool> RunAsync(string name, string scope, Func<CancellationToken, Task<StepReport>> step, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var activity = SyncTelemetry.StartStep(_job, name, scope);
        var started = time.GetTimestamp();
        var calls = StepCalls.Begin();
        live.Begin(name, scope, calls);
        StepReport report;
        try
        {
            report = await step(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is not (AccountLeaseLostException or DotdigitalAuthenticationException or StoreUnavailableException { Problem: StoreProblem.Unreachable }) && !(failed is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            report = new StepReport { Step = name, Scope = scope, Error = failed.Message, Exception = failed };
        }

        report = report with { Duration = time.GetElapsedTime(started), CallsByTier = new Dictionary<string, int>(calls, StringComparer.Ordinal) };
        _reports.Add(report);
        live.End(report);
        telemetry.StepEnded(_account, _job, report);
        Log(report);
        return report.Error is null;
    }

    /// <summary>Notes that a step was not run, and why.</summary>
    public void Skip(string name, string scope, string why)
    {
        var report = new StepReport { Step = name, Scope = scope, NotRun = why };
        _reports.Add(report);
        live.End(report);
        using var activity = SyncTelemetry.StartStep(_job, name, scope);
        telemetry.StepEnded(_account, _job, report);
        LogNotRun(_account.Value, _job, name, scope, why);
    }

    private void Log(StepReport report)
    {
        if (report.Exception is { } failed)
        {
            LogFailed(_account.Value, _job, report.Step, report.Scope, report.Error!, failed);
        }
        else
        {
            // What changed nothing is most of what runs: at Information it would bury the rest.
            LogDone(DidSomething(report) ? LogLevel.Information : LogLevel.Debug, _account.Value, _job, report.Step, report.Scope, report.Read, report.Added, report.Updated, report.Removed, report.Sent, report.Skipped, report.SetAside, report.Calls);
        }

        if (report.Continues)
        {
            LogContinues(_account.Value, _job, report.Step, report.Scope, report.Duration);
        }
    }

    private static bool DidSomething(StepReport report) => report.Added + report.Updated + report.Removed + report.Sent + report.SetAside > 0;

    [LoggerMessage(EventId = 2010, Message = "Account {Account}: {Job}/{Step} {Scope}: read {Read}, added {Added}, updated {Updated}, removed {Removed}, sent {Sent}, skipped {Skipped}, set aside {SetAside}; {Calls} calls.")]
    private partial void LogDone(LogLevel level, string account, string job, string step, string scope, long read, long added, long updated, long removed, long sent, long skipped, long setAside, int calls);

    [LoggerMessage(2013, LogLevel.Information, "Account {Account}: {Job}/{Step} {Scope} stopped before its end, after {Duration}, to let other runs have their turn; another run was asked for and goes on there.")]
    private partial void LogContinues(string account, string job, string step, string scope, TimeSpan duration);

    [LoggerMessage(2011, LogLevel.Error, "Account {Account}: {Job}/{Step} {Scope} failed: {Error}")]
    private partial void LogFailed(string account, string job, string step, string scope, string error, Exception exception);

    [LoggerMessage(2012, LogLevel.Information, "Account {Account}: {Job}/{Step} {Scope} was not run: {Why}")]
    private partial void LogNotRun(string account, string job, string step, string scope, string why);
}
