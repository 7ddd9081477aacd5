using System.Globalization;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>How an account fares, in words and in figures.</summary>
internal sealed class AccountHealth
{
    /// <summary>What is added to three cycle intervals before an account that has not succeeded is degraded.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    private readonly List<string> _complaints = [];
    private readonly Dictionary<string, object> _data = new(StringComparer.Ordinal);

    private AccountHealth(AccountId account) => Account = account;

    public AccountId Account { get; }

    public HealthStatus Status { get; private set; } = HealthStatus.Healthy;

    public bool HasRun { get; private set; }

    public IReadOnlyDictionary<string, object> Data => _data;

    /// <summary>What is wrong and what to do, for the person who must act.</summary>
    public string Description => $"Account {Account}: {string.Join("; ", _complaints)}.";

    public static AccountHealth Judge(AccountFacts facts, DotdigitalHealthCheckOptions options, DateTimeOffset now)
    {
        var health = new AccountHealth(facts.Account);
        health.JudgeRefusal(facts.Job(JobNames.Account));
        health.JudgeCycles(facts, options, now);
        health.JudgeBatches(facts.Batches, options, now);
        health.JudgeWhatWaitsForAPerson(facts);
        health._data["status"] = health.Status.ToString();
        return health;
    }

    /// <summary>When the account was last wholly in step: a cycle, or an import and an export where the host runs the two by themselves.</summary>
    private static DateTimeOffset? LastSuccess(AccountFacts facts)
    {
        var cycle = facts.Job(JobNames.Cycle)?.LastSuccessAt;
        var import = facts.Job(JobNames.Import)?.LastSuccessAt;
        var export = facts.Job(JobNames.Export)?.LastSuccessAt;
        var both = import is null || export is null ? null : import < export ? import : export;
        return cycle is null || both > cycle ? both : cycle;
    }

    private void JudgeRefusal(JobStateRecord? account)
    {
        if (account?.FailingSince is { } since)
        {
            _data["refusedSince"] = since;
            Complain(HealthStatus.Unhealthy, $"Dotdigital refuses its API user since {Instant(since)} ({account.LastErrorCode ?? "no code"}): check user, password and rights");
        }
    }

    private void JudgeCycles(AccountFacts facts, DotdigitalHealthCheckOptions options, DateTimeOffset now)
    {
        var degradedAfter = options.DegradedAfter ?? ((3 * facts.CycleInterval) + Grace);
        var unhealthyAfter = options.UnhealthyAfter > degradedAfter ? options.UnhealthyAfter : degradedAfter;
        var last = LastSuccess(facts);
        HasRun = last is not null;
        if (last is { } at)
        {
            _data["lastSuccess"] = at;
        }

        var failing = facts.Job(JobNames.Cycle) is { FailingSince: not null } cycle ? cycle : null;
        if (failing is not null)
        {
            _data["failures"] = failing.Failures;
            _data["lastErrorCode"] = failing.LastErrorCode ?? string.Empty;
        }

        var age = now - (last ?? facts.SeenSince);
        if (age <= degradedAfter)
        {
            if (!HasRun)
            {
                _data["note"] = "has not run yet";
            }

            return;
        }

        var what = last is { } success ? $"no cycle succeeded since {Instant(success)}" : "no cycle ever succeeded";
        var why = failing is null ? "see whether a process runs its jobs" : $"{failing.Failures} failed in a row, the last with {failing.LastErrorCode ?? "no code"}: {failing.LastError?.TrimEnd('.')}";
        Complain(age > unhealthyAfter ? HealthStatus.Unhealthy : HealthStatus.Degraded, $"{what} ({why})");
    }

    private void JudgeBatches(IReadOnlyList<BatchRecord> batches, DotdigitalHealthCheckOptions options, DateTimeOffset now)
    {
        var stalled = batches.Count(static batch => batch.State == BatchState.Stalled);
        _data["openBatches"] = batches.Count;
        _data["stalledBatches"] = stalled;
        if (stalled > 0)
        {
            Complain(HealthStatus.Degraded, $"{stalled.ToString(CultureInfo.InvariantCulture)} batches stalled: Dotdigital does not finish them, they are asked for hourly");
        }

        if (batches.Count == 0)
        {
            return;
        }

        var oldest = batches.MinBy(static batch => batch.CreatedAt)!;
        _data["oldestBatch"] = oldest.CreatedAt;
        var open = batches.Where(static batch => batch.State != BatchState.Stalled).MinBy(static batch => batch.CreatedAt);
        if (open is not null && now - open.CreatedAt > options.BatchDegradedAfter)
        {
            Complain(HealthStatus.Degraded, $"batch {open.Id.ToString(CultureInfo.InvariantCulture)} is not settled since {Instant(open.CreatedAt)}, and exports wait for it");
        }
    }

    private void JudgeWhatWaitsForAPerson(AccountFacts facts)
    {
        _data["eventsSetAside"] = facts.EventsSetAside;
        if (facts.EventsSetAside > 0)
        {
            Complain(HealthStatus.Degraded, $"{facts.EventsSetAside.ToString(CultureInfo.InvariantCulture)} events to the host were given up: see {nameof(IOutboxInspector)}");
        }

        _data["waitingRemovals"] = facts.WaitingRemovals.Count;
        foreach (var connection in facts.WaitingRemovals)
        {
            var pending = connection.PendingRemoval!;
            Complain(
                HealthStatus.Degraded,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{pending.Leavers} of {pending.Members} members of list '{connection.ListName}' left, and wait for a confirmation ({nameof(IConnectionService)}.{nameof(IConnectionService.ConfirmRemovalAsync)})"));
        }
    }

    private void Complain(HealthStatus status, string complaint)
    {
        Status = status < Status ? status : Status;
        _complaints.Add(complaint);
    }

    private static string Instant(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
