using System.Collections.Concurrent;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>A run under way in this process: told by its steps, looked at from other threads.</summary>
internal sealed class LiveRun(AccountLease lease, string job, DateTimeOffset startedAt)
{
    private readonly Lock _gate = new();
    private readonly List<SyncRunStep> _steps = [];
    private SyncProgress? _current;
    private ConcurrentDictionary<string, int>? _calls;

    public AccountLease Lease => lease;

    public string Job => job;

    /// <summary>Whether its end is stored.</summary>
    public bool IsEnded { get; set; }

    /// <summary>A step began, which counts its calls in <paramref name="calls"/>.</summary>
    public void Begin(string step, string scope, ConcurrentDictionary<string, int> calls)
    {
        lock (_gate)
        {
            (_current, _calls) = (new SyncProgress(lease.Account, step, scope, 0), calls);
        }
    }

    /// <summary>The step under way came further.</summary>
    public void Tell(SyncProgress progress)
    {
        lock (_gate)
        {
            _current = progress;
        }
    }

    /// <summary>A step ended, or was not run.</summary>
    public void End(StepReport report)
    {
        var error = report.Error is null ? null : FailureWords.Of(report.Exception, report.Error).Text;
        lock (_gate)
        {
            var index = _steps.FindIndex(step => string.Equals(step.Step, report.Step, StringComparison.Ordinal));
            if (index < 0)
            {
                index = _steps.Count;
                _steps.Add(new SyncRunStep { Step = report.Step });
            }

            _steps[index] = _steps[index].Plus(report, error);
            (_current, _calls) = (null, null);
        }
    }

    /// <summary>How it stands now.</summary>
    public SyncRun Look(DateTimeOffset now)
    {
        lock (_gate)
        {
            var calls = _steps.Aggregate((IReadOnlyDictionary<string, int>)new Dictionary<string, int>(StringComparer.Ordinal), static (sum, step) => CallCounts.Add(sum, step.CallsByTier));
            return new SyncRun
            {
                Account = lease.Account,
                Id = lease.Fence,
                Job = job,
                State = SyncRunState.Running,
                Process = ProcessNames.Of(lease.Owner),
                IsHere = true,
                StartedAt = startedAt,
                SeenAt = now,
                Current = _current,
                Steps = [.. _steps],
                CallsByTier = _calls is { } own ? CallCounts.Add(calls, new Dictionary<string, int>(own, StringComparer.Ordinal)) : calls,
            };
        }
    }
}
