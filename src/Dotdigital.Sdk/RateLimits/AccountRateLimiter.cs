using System.Collections.Concurrent;

namespace Dotdigital.Sdk.RateLimits;

/// <summary>
/// The rate limits of one account. The API tells which tier a call belongs to only in its answer, so the tier is remembered for each
/// operation; while it is unknown the operation has a window of its own.
/// </summary>
internal sealed class AccountRateLimiter
{
    private const string TierPrefix = "tier ";

    private readonly ConcurrentDictionary<string, string> tiers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TierWindow> windows = new(StringComparer.OrdinalIgnoreCase);
    private readonly TierWindow hourly = new();

    public string? TierOf(string operation) => tiers.GetValueOrDefault(operation);

    /// <summary>Asks for leave to call.</summary>
    /// <returns><see langword="null"/> when it may go, else when to ask again.</returns>
    public DateTimeOffset? Take(string operation, DateTimeOffset now) => hourly.Take(now) ?? WindowOf(operation).Take(now);

    public void Observe(string operation, RateLimitHeaders headers)
    {
        Remember(operation, headers);
        WindowOf(operation).Observe(headers);
    }

    /// <summary>429: every call of the tier holds.</summary>
    public void CloseTier(string operation, RateLimitHeaders headers, DateTimeOffset until)
    {
        Remember(operation, headers);
        WindowOf(operation).Close(headers, until);
    }

    /// <summary>The deprecated hourly cap: every call of the account holds.</summary>
    public void CloseAccount(RateLimitHeaders headers, DateTimeOffset until) => hourly.Close(headers, until);

    /// <summary>The tiers that answers have named, and the hourly cap while it holds.</summary>
    public IReadOnlyList<RateLimitTier> GetTiers(DateTimeOffset now)
    {
        var named = windows
            .Where(static window => window.Key.StartsWith(TierPrefix, StringComparison.Ordinal))
            .OrderBy(static window => window.Key, StringComparer.Ordinal)
            .Select(window => window.Value.Read(window.Key[TierPrefix.Length..], now));
        var cap = hourly.Read(RateLimitTier.HourlyCap, now);
        return cap.ResetsAt is null ? [.. named] : [cap, .. named];
    }

    private void Remember(string operation, RateLimitHeaders headers)
    {
        if (headers.Scope is { } scope && !string.Equals(TierOf(operation), scope, StringComparison.Ordinal))
        {
            tiers[operation] = scope;
        }
    }

    private TierWindow WindowOf(string operation) =>
        windows.GetOrAdd(TierOf(operation) is { } tier ? $"{TierPrefix}{tier}" : $"operation {operation}", static _ => new());
}
