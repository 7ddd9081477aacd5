using System.Net;
using Dotdigital.Sdk.Diagnostics;
using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.RateLimits;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk;

/// <summary>Registers the Dotdigital client.</summary>
public static class DotdigitalClientServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IDotdigitalClient"/> (the default account) and <see cref="IDotdigitalClientFactory"/> (several accounts). Calling it twice is
    /// harmless: the options add up.
    /// </summary>
    /// <example>
    /// <code>
    /// services.AddDotdigitalClient(o => { o.UserName = "apiuser-…@apiconnector.com"; o.Password = secret; });
    /// </code>
    /// </example>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets the options; may be left out when all accounts are known only at run time.</param>
    public static IDotdigitalClientBuilder AddDotdigitalClient(this IServiceCollection services, Action<DotdigitalClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<DotdigitalClientOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.AddLogging();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DotdigitalClientOptions>, DotdigitalClientOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ClientTelemetry>();
        services.TryAddSingleton(static s => ActivatorUtilities.CreateInstance<RetryPipelines>(s, s.GetRequiredService<IOptions<DotdigitalClientOptions>>().Value));
        services.TryAddSingleton(static s => ActivatorUtilities.CreateInstance<PipelineServices>(s, s.GetRequiredService<IOptions<DotdigitalClientOptions>>().Value));
        services.TryAddSingleton<RateLimitBook>();
        services.TryAddSingleton<IDotdigitalRateLimits>(static s => s.GetRequiredService<RateLimitBook>());
        services.TryAddSingleton<IDotdigitalClientFactory, DotdigitalClientFactory>();
        services.TryAddSingleton(static s => s.GetRequiredService<IDotdigitalClientFactory>().Create());
        return new DotdigitalClientBuilder(services, AddHttpClient(services));
    }

    /// <summary>
    /// As <see cref="AddDotdigitalClient(IServiceCollection, Action{DotdigitalClientOptions})"/>, with the options from configuration. A key that is not an
    /// option, or a value that does not fit, is a mistake told with its full path. Hosts in <c>AllowedHosts</c> are added to the default ones.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The section, usually <see cref="DotdigitalClientOptions.SectionName"/>.</param>
    public static IDotdigitalClientBuilder AddDotdigitalClient(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton<IConfigureOptions<DotdigitalClientOptions>>(new DotdigitalClientConfiguration(configuration));
        return services.AddDotdigitalClient((Action<DotdigitalClientOptions>?)null);
    }

    private static IHttpClientBuilder AddHttpClient(IServiceCollection services) => services
        .AddHttpClient(PipelineServices.HttpClientName, static client =>
        {
            // Each attempt has its own time-out, driven by the TimeProvider.
            client.Timeout = Timeout.InfiniteTimeSpan;
            client.DefaultRequestHeaders.UserAgent.ParseAdd("Dotdigital.Sdk/1.0");
            client.DefaultRequestHeaders.Accept.ParseAdd("application/json, */*;q=0.5");
        })
        .UseSocketsHttpHandler(static (handler, _) =>
        {
            handler.AllowAutoRedirect = false;
            handler.UseCookies = false;
            handler.AutomaticDecompression = DecompressionMethods.All;
            handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);

            // The platform's own spans hold full addresses, and with them email addresses; the client's spans hold the template instead.
            handler.ActivityHeadersPropagator = null;
        })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)

        // The factory's own log lines hold full addresses, and with them email addresses.
        .RemoveAllLoggers()
        .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => RemoveForeignRetries(handlers));

    // A host may give every HTTP client a resilience handler by default; here it would repeat imports whose answer was lost.
    private static void RemoveForeignRetries(IList<DelegatingHandler> handlers)
    {
        for (var i = handlers.Count - 1; i >= 0; i--)
        {
            if (handlers[i] is ResilienceHandler)
            {
                handlers.RemoveAt(i);
            }
        }
    }
}
