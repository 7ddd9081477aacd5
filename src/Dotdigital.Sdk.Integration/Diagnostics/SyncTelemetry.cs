using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Webhooks;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>Traces and metrics of runs, steps, rows and batches, from one place; what they are is told in <see cref="DotdigitalIntegrationDiagnostics"/>.</summary>
internal sealed class SyncTelemetry
{
    private static readonly ActivitySource Source = new(DotdigitalIntegrationDiagnostics.SourceName);

    private readonly ConcurrentDictionary<AccountId, (int Count, DateTimeOffset? Oldest)> _open = new();
    private readonly Histogram<double> _runs;
    private readonly Histogram<double> _steps;
    private readonly Counter<long> _rows;
    private readonly Histogram<double> _batches;
    private readonly Counter<long> _webhooks;

    public SyncTelemetry(IMeterFactory meters, TimeProvider time)
    {
        var meter = meters.Create(DotdigitalIntegrationDiagnostics.SourceName);
        _runs = meter.CreateHistogram<double>("dotdigital.sync.run.duration", "s", "Runs of a job for an account");
        _steps = meter.CreateHistogram<double>("dotdigital.sync.step.duration", "s", "Steps of a run");
        _rows = meter.CreateCounter<long>("dotdigital.sync.rows", "{row}", "Rows by what became of them");
        _batches = meter.CreateHistogram<double>("dotdigital.sync.batch.duration", "s", "From accepted by Dotdigital to ended");
        _webhooks = meter.CreateCounter<long>("dotdigital.webhook.events", "{event}", "Events of webhooks by what became of them");
        meter.CreateObservableGauge("dotdigital.sync.batch.open", () => _open.Select(static open => Measured(open.Key, open.Value.Count)), "{batch}", "Batches that are not settled");
        meter.CreateObservableGauge(
            "dotdigital.sync.batch.oldest_age",
            () => _open.Select(open => Measured(open.Key, open.Value.Oldest is { } oldest ? Math.Max(0, (time.GetUtcNow() - oldest).TotalSeconds) : 0)),
            "s",
            "Since the oldest batch that is not settled was stored");
    }

    public static Activity? StartRun(AccountId account, string job)
    {
        var activity = Source.StartActivity($"Dotdigital {job}");
        activity?.SetTag("dotdigital.account", account.Value)?.SetTag("dotdigital.job", job);
        return activity;
    }

    public static Activity? StartStep(string job, string step, string scope)
    {
        var activity = Source.StartActivity($"Dotdigital {step}");
        activity?.SetTag("dotdigital.job", job)?.SetTag("dotdigital.step", step)?.SetTag("dotdigital.scope", scope);
        return activity;
    }

    /// <summary>A run ended; <paramref name="outcome"/> is success, failed (a step was), busy, refused, lost, cancelled or error.</summary>
    public void RunEnded(AccountId account, string job, string outcome, TimeSpan duration)
    {
        Activity.Current?.SetTag("dotdigital.outcome", outcome);
        if (outcome is not ("success" or "busy" or "cancelled"))
        {
            Activity.Current?.SetStatus(ActivityStatusCode.Error);
        }

        _runs.Record(duration.TotalSeconds, new TagList { { "dotdigital.account", account.Value }, { "dotdigital.job", job }, { "dotdigital.outcome", outcome } });
    }

    /// <summary>A step ended, or was not run.</summary>
    public void StepEnded(AccountId account, string job, StepReport report)
    {
        var outcome = report.Error is not null ? "failed" : report.NotRun is not null ? "not_run" : "success";
        Activity.Current?.SetTag("dotdigital.outcome", outcome);
        if (report.Error is not null)
        {
            Activity.Current?.SetStatus(ActivityStatusCode.Error, report.Exception?.GetType().Name);
        }

        _steps.Record(
            report.Duration.TotalSeconds,
            new TagList { { "dotdigital.account", account.Value }, { "dotdigital.job", job }, { "dotdigital.step", report.Step }, { "dotdigital.outcome", outcome } });
        Count(account, report.Step, "read", report.Read);
        Count(account, report.Step, "added", report.Added);
        Count(account, report.Step, "updated", report.Updated);
        Count(account, report.Step, "removed", report.Removed);
        Count(account, report.Step, "sent", report.Sent);
        Count(account, report.Step, "skipped", report.Skipped);
        Count(account, report.Step, "set_aside", report.SetAside);
    }

    /// <summary>A batch ended: as Dotdigital spelled it, or Lost, or Refused.</summary>
    public void BatchEnded(AccountId account, BatchRecord batch, string outcome, DateTimeOffset at) => _batches.Record(
        Math.Max(0, (at - (batch.SentAt ?? batch.CreatedAt)).TotalSeconds),
        new TagList { { "dotdigital.account", account.Value }, { "dotdigital.kind", batch.Kind.ToString() }, { "dotdigital.outcome", outcome } });

    /// <summary>The batches of an account that are not settled now.</summary>
    public void BatchesOpen(AccountId account, IReadOnlyCollection<BatchRecord> open) =>
        _open[account] = (open.Count, open.Count == 0 ? null : open.Min(static batch => batch.CreatedAt));

    /// <summary>A webhook was answered; a request that was turned away as a whole counts as one event.</summary>
    public void WebhooksReceived(string account, WebhookReceipt receipt)
    {
        CountWebhooks(account, "stored", receipt.Stored);
        CountWebhooks(account, "repeated", receipt.Repeated);
        CountWebhooks(account, "outdated", receipt.Outdated);
        CountWebhooks(account, "unusable", receipt.Unusable);
        CountWebhooks(account, "forgotten", receipt.Forgotten);
        var turnedAway = receipt.Outcome switch
        {
            WebhookOutcome.Malformed => "malformed",
            WebhookOutcome.Refused => "refused",
            WebhookOutcome.TooLarge => "too_large",
            WebhookOutcome.Unavailable => "unavailable",
            _ => null,
        };
        if (turnedAway is not null)
        {
            CountWebhooks(account, turnedAway, 1);
        }
    }

    private void CountWebhooks(string account, string outcome, long events)
    {
        if (events > 0)
        {
            _webhooks.Add(events, new TagList { { "dotdigital.account", account }, { "dotdigital.outcome", outcome } });
        }
    }

    private static Measurement<T> Measured<T>(AccountId account, T value)
        where T : struct =>
        new(value, new KeyValuePair<string, object?>("dotdigital.account", account.Value));

    private void Count(AccountId account, string step, string outcome, long rows)
    {
        if (rows > 0)
        {
            _rows.Add(rows, new TagList { { "dotdigital.account", account.Value }, { "dotdigital.step", step }, { "dotdigital.outcome", outcome } });
        }
    }
}
