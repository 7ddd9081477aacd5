using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk;

/// <summary>What <c>AddDotdigitalClient</c> registered, to be refined.</summary>
public interface IDotdigitalClientBuilder
{
    /// <summary>The host's services.</summary>
    IServiceCollection Services { get; }

    /// <summary>
    /// The HTTP client behind every account, for a proxy, or for a primary handler of a test. Its retries are the SDK's own: resilience handlers
    /// added by defaults are taken out, because they would repeat imports.
    /// </summary>
    IHttpClientBuilder HttpClient { get; }
}
