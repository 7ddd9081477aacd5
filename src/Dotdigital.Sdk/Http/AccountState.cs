using Dotdigital.Sdk.RateLimits;

namespace Dotdigital.Sdk.Http;

/// <summary>What all clients of one account share: its rate limits, and the host found for it.</summary>
internal sealed class AccountState
{
    public AccountRateLimiter Limiter { get; } = new();

    /// <summary>Held while the host is looked up, so that it is asked for once.</summary>
    public SemaphoreSlim EndpointLookup { get; } = new(1, 1);

    /// <summary>The host found by region discovery.</summary>
    public Uri? Endpoint { get; set; }
}
