using System.Net;
using Dotdigital.Sdk.Diagnostics;
using Dotdigital.Sdk.Errors;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Dotdigital.Sdk.Http;

/// <summary>
/// When a failed call is tried again. What may be repeated: after 5xx, 408 and lost answers. Everything else: only after a connection that was
/// never made, because there is no idempotency key, and a lost answer may hide an accepted request.
/// </summary>
internal sealed class RetryPipelines
{
    private readonly ResiliencePipeline repeatable;
    private readonly ResiliencePipeline once;

    public RetryPipelines(DotdigitalClientOptions options, TimeProvider time, ILogger<RetryPipelines> logger)
    {
        repeatable = Build(options, time, logger, static e => e is DotdigitalTransportException || IsTransient(e));
        once = Build(options, time, logger, static e => e is DotdigitalTransportException { RequestMayHaveBeenAccepted: false });
        Attempt = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(options.AttemptTimeout).Build();
    }

    /// <summary>The time-out of one attempt: sending, and reading the whole answer.</summary>
    public ResiliencePipeline Attempt { get; }

    public ResiliencePipeline For(ApiOperation operation) => operation.IsRepeatable ? repeatable : once;

    private static ResiliencePipeline Build(DotdigitalClientOptions options, TimeProvider time, ILogger logger, Func<Exception, bool> isWorthRetrying)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (options.MaxRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.MaxRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.RetryBaseDelay,
                MaxDelay = options.RetryMaxDelay,
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is { } e && isWorthRetrying(e)),
                DelayGenerator = args => ValueTask.FromResult(ServersDelay(args.Outcome.Exception, options.RetryMaxDelay)),
                OnRetry = args =>
                {
                    Log(logger, args);
                    return ValueTask.CompletedTask;
                },
            });
        }

        return builder.Build();
    }

    // What the server asks for counts, within the longest wait; else the back-off.
    private static TimeSpan? ServersDelay(Exception? exception, TimeSpan longest) =>
        exception is DotdigitalApiException { RetryAfter: { } asked } && asked > TimeSpan.Zero ? (asked < longest ? asked : longest) : null;

    private static bool IsTransient(Exception exception) =>
        exception is DotdigitalApiException { StatusCode: >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout } and not DotdigitalRateLimitedException;

    private static void Log(ILogger logger, OnRetryArguments<object> args)
    {
        var (account, operation, reason) = args.Outcome.Exception switch
        {
            DotdigitalApiException e => (e.Failure.AccountName, e.Operation, $"{(int)e.StatusCode} {e.ErrorCode}".TrimEnd()),
            DotdigitalTransportException e => (e.AccountName, e.Operation, e.IsTimeout ? "time-out" : "no connection, or it broke"),
            _ => ("?", "?", "?"),
        };
        logger.Retrying(account, operation, reason, args.AttemptNumber + 2, args.RetryDelay.TotalSeconds);
    }
}
