using System.Globalization;

namespace Dotdigital.Sdk.Emulator.Http;

/// <summary>Counts an account's calls by tier and minute (or, in the old scheme, all together by hour) of the emulator's clock.</summary>
internal sealed class RateLimiter(RateLimitOptions options)
{
    private const int UnlimitedFigure = 100_000;
    private readonly long[] _windows = new long[5];
    private readonly int[] _counts = new int[5];

    /// <summary>Counts a call and gives the headers that go with it; null if it is one too many.</summary>
    public (bool Allowed, KeyValuePair<string, string>[] Headers) Count(RateTier tier, long now, bool force)
    {
        var flat = options.FlatPerHour is not null;
        var slot = flat ? 4 : (int)tier;
        var length = flat ? TimeSpan.TicksPerHour : TimeSpan.TicksPerMinute;
        var window = now / length;
        if (_windows[slot] != window)
        {
            (_windows[slot], _counts[slot]) = (window, 0);
        }

        var limit = flat ? options.FlatPerHour : tier switch
        {
            RateTier.Low => options.Low,
            RateTier.Medium => options.Medium,
            RateTier.High => options.High,
            _ => null,
        };
        var allowed = !force && (limit is null || _counts[slot] < limit);
        if (allowed)
        {
            _counts[slot]++;
        }

        if (flat)
        {
            return (allowed, []);
        }

        var figure = limit ?? UnlimitedFigure;
        var reset = (((window + 1) * length) - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;
        return (allowed,
        [
            new("X-RateLimit-Limit", figure.ToString(CultureInfo.InvariantCulture)),
            new("X-RateLimit-Remaining", (force ? 0 : Math.Max(0, figure - _counts[slot])).ToString(CultureInfo.InvariantCulture)),
            new("X-RateLimit-Reset", reset.ToString(CultureInfo.InvariantCulture)),
            new("X-RateLimit-Scope", Scope(tier)),
        ]);
    }

    public bool IsFlat => options.FlatPerHour is not null;

    private static string Scope(RateTier tier) => tier switch
    {
        RateTier.Low => "lowCallRate",
        RateTier.Medium => "mediumCallRate",
        RateTier.High => "highCallRate",
        _ => "unlimitedCallRate",
    };
}
