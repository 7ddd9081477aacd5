using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Dotdigital.Sdk.Http;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Diagnostics;

/// <summary>Traces, metrics, observers and logs of every attempt, from one place.</summary>
internal sealed class ClientTelemetry(IEnumerable<IDotdigitalCallObserver> observers, ILogger<ClientTelemetry> logger)
{
    private static readonly ActivitySource Source = new(DotdigitalDiagnostics.SourceName);
    private static readonly Meter Meter = new(DotdigitalDiagnostics.SourceName);
    private static readonly Counter<long> Calls = Meter.CreateCounter<long>("dotdigital.client.calls", "{call}", "HTTP attempts");
    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>("dotdigital.client.call.duration", "s", "From sending to the answer's headers");
    private static readonly Histogram<double> Waits = Meter.CreateHistogram<double>("dotdigital.client.rate_limit.wait", "s", "Held for a rate limit before sending");

    private readonly IDotdigitalCallObserver[] observers = [.. observers];

    public ILogger Logger => logger;

    public static Activity? Start(string account, ApiOperation operation)
    {
        var activity = Source.StartActivity($"Dotdigital {operation.Name}", ActivityKind.Client);
        activity?.SetTag("dotdigital.account", account);
        activity?.SetTag("dotdigital.operation", operation.Name);
        activity?.SetTag("http.request.method", operation.Method.Method);
        activity?.SetTag("url.template", operation.Template);
        return activity;
    }

    public void Attempted(ApiOperation operation, DotdigitalCall call)
    {
        var tags = new TagList
        {
            { "dotdigital.account", call.AccountName },
            { "dotdigital.operation", call.Operation },
            { "dotdigital.tier", call.Tier ?? "unknown" },
            { "http.response.status_code", call.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "none" },
        };
        Calls.Add(1, tags);
        Durations.Record(call.Duration.TotalSeconds, tags);
        Activity.Current?.SetTag("dotdigital.tier", call.Tier)?.SetTag("http.response.status_code", call.StatusCode);
        logger.Answered(call.AccountName, call.Operation, operation.Method.Method, operation.Template, call.StatusCode, call.Duration.TotalMilliseconds, call.Tier);
        foreach (var observer in observers)
        {
            observer.OnCall(call);
        }
    }

    public void Holding(string account, ApiOperation operation, string? tier, TimeSpan wait)
    {
        Waits.Record(
            wait.TotalSeconds,
            new TagList { { "dotdigital.account", account }, { "dotdigital.operation", operation.Name }, { "dotdigital.tier", tier ?? "unknown" } });
        logger.Holding(account, operation.Name, tier, wait.TotalSeconds);
    }
}
