using System.Globalization;
using System.Net.Http.Headers;

namespace Dotdigital.Sdk.RateLimits;

/// <summary>The rate-limit headers of one answer. Absent ones are <see langword="null"/>.</summary>
/// <param name="Scope">The tier, for example <c>lowCallRate</c>.</param>
/// <param name="Limit">Calls a window.</param>
/// <param name="Remaining">Calls left in this window.</param>
/// <param name="ResetEpoch">When the window ends, in seconds since 1970 by the server's clock: the window's name, so to say.</param>
/// <param name="ResetAt">The same on this machine's clock.</param>
internal sealed record RateLimitHeaders(string? Scope, int? Limit, int? Remaining, long? ResetEpoch, DateTimeOffset? ResetAt)
{
    private const long LargestSeconds = 100_000_000_000;
    private static readonly TimeSpan WithoutAnyHint = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    /// <summary>The longest window that Dotdigital has: what is said to last longer is garbled, and must not lock the account out.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public static RateLimitHeaders Read(HttpResponseMessage response, DateTimeOffset now)
    {
        var headers = response.Headers;
        var epoch = Number(headers, "X-RateLimit-Reset");
        if (epoch > LargestSeconds)
        {
            epoch /= 1000;
        }

        // The server's clock is corrected by its own Date header: only the distance between the two counts here.
        TimeSpan? distance = epoch is > 0 and <= LargestSeconds ? DateTimeOffset.FromUnixTimeSeconds(epoch.Value) - (headers.Date ?? now) : null;
        if (distance?.Duration() > Longest)
        {
            distance = null;
        }

        return new(Text(headers, "X-RateLimit-Scope"), Count(headers, "X-RateLimit-Limit"), Count(headers, "X-RateLimit-Remaining"), distance is null ? null : epoch, now + distance);
    }

    /// <summary>When to come back after 429: the reset, else Retry-After, else a whole window.</summary>
    public DateTimeOffset RetryAt(HttpResponseMessage response, DateTimeOffset now)
    {
        var at = ResetAt ?? RetryAfter(response, now) ?? now + WithoutAnyHint;
        return at < now + Least ? now + Least : at;
    }

    public static DateTimeOffset? RetryAfter(HttpResponseMessage response, DateTimeOffset now) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => now + Shorter(delta),
        { Date: { } date } => now + Shorter(date - (response.Headers.Date ?? now)),
        _ => null,
    };

    private static TimeSpan Shorter(TimeSpan wait) => wait > Longest ? Longest : wait < TimeSpan.Zero ? TimeSpan.Zero : wait;

    private static int? Count(HttpResponseHeaders headers, string name) => Number(headers, name) is { } number ? (int)Math.Min(number, int.MaxValue) : null;

    private static long? Number(HttpResponseHeaders headers, string name) =>
        double.TryParse(Text(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 1e15 ? (long)number : null;

    private static string? Text(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) && values.FirstOrDefault()?.Trim() is { Length: > 0 } text ? text : null;
}
