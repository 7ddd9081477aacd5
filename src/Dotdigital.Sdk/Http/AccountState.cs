using Dotdigital.Sdk.RateLimits;

namespace Dotdigital.Sdk.Http;

/// <summary>What all clients of one account share: its rate limits, and the host found for it.</summary>
internal sealed class AccountState
{
    private long seenTicks;

    public AccountRateLimiter Limiter { get; } = new();

    /// <summary>The calls that are held now.</summary>
    public RateLimitWaits Waits { get; } = new();

    /// <summary>When an answer last told of the limits.</summary>
    public DateTimeOffset? SeenAt
    {
        get => Interlocked.Read(ref seenTicks) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
        set => Interlocked.Exchange(ref seenTicks, value?.UtcTicks ?? 0);
    }

    /// <summary>Held while the host is looked up, so that it is asked for once.</summary>
    public SemaphoreSlim EndpointLookup { get; } = new(1, 1);

    /// <summary>The host found by region discovery.</summary>
    public Uri? Endpoint { get; set; }
}
