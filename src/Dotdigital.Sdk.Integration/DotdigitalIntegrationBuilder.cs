using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration;

/// <summary>What the registration methods of the integration hang on: its marketing lists, store, scheduler and handlers.</summary>
public sealed class DotdigitalIntegrationBuilder
{
    /// <summary>Builds on these services.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public DotdigitalIntegrationBuilder(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        Services = services;
    }

    /// <summary>The host's services.</summary>
    public IServiceCollection Services { get; }
}
