using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Diagnostics;

/// <summary>The client's log messages. Paths are templates: no email address and no secret gets here.</summary>
internal static partial class ClientLog
{
    [LoggerMessage(1001, LogLevel.Debug, "{Account}: {Operation} ({Method} {Path}) answered {StatusCode} after {Milliseconds} ms, tier {Tier}")]
    public static partial void Answered(this ILogger logger, string account, string operation, string method, string path, int? statusCode, double milliseconds, string? tier);

    [LoggerMessage(1002, LogLevel.Warning, "{Account}: {Operation} failed ({Reason}); attempt {Attempt} follows in {Seconds} s")]
    public static partial void Retrying(this ILogger logger, string account, string operation, string reason, int attempt, double seconds);

    [LoggerMessage(1003, LogLevel.Information, "{Account}: {Operation} holds {Seconds} s for the rate limit of tier {Tier}")]
    public static partial void Holding(this ILogger logger, string account, string operation, string? tier, double seconds);

    [LoggerMessage(1004, LogLevel.Information, "{Account}: the account's host is {Host}")]
    public static partial void EndpointFound(this ILogger logger, string account, string host);

    [LoggerMessage(1005, LogLevel.Warning, "{Account}: {Operation} got no answer ({Error})")]
    public static partial void NoAnswer(this ILogger logger, string account, string operation, string error);
}
