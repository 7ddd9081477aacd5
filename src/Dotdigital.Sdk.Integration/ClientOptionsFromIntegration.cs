using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk.Integration;

/// <summary>Hands the client's part of the integration's settings to the client.</summary>
internal sealed class ClientOptionsFromIntegration(IOptions<DotdigitalIntegrationOptions> integration) : IConfigureOptions<DotdigitalClientOptions>
{
    public void Configure(DotdigitalClientOptions options)
    {
        var given = integration.Value.Client;
        options.RegionDiscoveryEndpoint = given.RegionDiscoveryEndpoint;
        options.AllowLoopback = given.AllowLoopback;
        options.AttemptTimeout = given.AttemptTimeout;
        options.MaxRetries = given.MaxRetries;
        options.RetryBaseDelay = given.RetryBaseDelay;
        options.RetryMaxDelay = given.RetryMaxDelay;
        options.MaxRateLimitWait = given.MaxRateLimitWait;
        options.HourlyCapDelay = given.HourlyCapDelay;
        foreach (var host in given.AllowedHosts.Except(options.AllowedHosts, StringComparer.OrdinalIgnoreCase).ToList())
        {
            options.AllowedHosts.Add(host);
        }
    }
}
