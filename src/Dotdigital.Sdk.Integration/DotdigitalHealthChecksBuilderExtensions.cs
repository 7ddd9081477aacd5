using Dotdigital.Sdk.Integration.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk.Integration;

/// <summary>Adds the integration to the host's health checks.</summary>
public static class DotdigitalHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check of all enabled accounts. It reads the store alone, so it calls neither Dotdigital nor the host's lists, and any process that has the
    /// store may run it, also one that runs no jobs. Its data holds one dictionary an account, without addresses, items or secrets.
    /// </summary>
    /// <example>
    /// <code>
    /// builder.Services.AddHealthChecks().AddDotdigital(configure: health => health.UnhealthyAfter = TimeSpan.FromMinutes(30));
    /// </code>
    /// </example>
    /// <param name="builder">The host's health checks.</param>
    /// <param name="name">The check's name; <c>dotdigital</c> by default.</param>
    /// <param name="tags">Tags to select the check by.</param>
    /// <param name="timeout">How long the check may take; the host's default when null.</param>
    /// <param name="configure">Sets the thresholds.</param>
    /// <exception cref="ArgumentException">A check of this name was added before (thrown when checks run).</exception>
    public static IHealthChecksBuilder AddDotdigital(
        this IHealthChecksBuilder builder,
        string name = "dotdigital",
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null,
        Action<DotdigitalHealthCheckOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(name);
        var options = builder.Services.AddOptions<DotdigitalHealthCheckOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DotdigitalHealthCheckOptions>, DotdigitalHealthCheckOptionsValidator>());
        builder.Services.TryAddSingleton<AccountsFirstSeen>();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, AccountsFirstSeen>(static provider => provider.GetRequiredService<AccountsFirstSeen>()));
        builder.Services.TryAddSingleton<DotdigitalHealthCheck>();
        return builder.Add(new HealthCheckRegistration(name, static provider => provider.GetRequiredService<DotdigitalHealthCheck>(), HealthStatus.Unhealthy, tags, timeout));
    }
}
