using Dotdigital.Sdk.Integration.AspNetCore.Dashboard;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk.Integration.AspNetCore;

/// <summary>Registers the dashboard.</summary>
public static class DotdigitalDashboardBuilderExtensions
{
    /// <summary>Registers the pages from which people watch and operate the integration; <c>MapDotdigitalDashboard</c> gives them an address. Calling it twice is harmless: the options add up.</summary>
    /// <example>
    /// <code>
    /// builder.Services.AddAuthorizationBuilder()
    ///     .AddPolicy("Marketing", policy => policy.RequireRole("marketing"))
    ///     .AddPolicy("Marketing admin", policy => policy.RequireRole("marketing-admin"));
    /// builder.Services
    ///     .AddDotdigitalIntegration(builder.Configuration.GetSection("Dotdigital"))
    ///     .AddDotdigitalDashboard(dashboard => (dashboard.ViewPolicy, dashboard.ChangePolicy) = ("Marketing", "Marketing admin"));
    /// var app = builder.Build();
    /// app.MapDotdigitalDashboard("/dotdigital");
    /// </code>
    /// </example>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options; may be left out when they come from elsewhere.</param>
    public static DotdigitalIntegrationBuilder AddDotdigitalDashboard(this DotdigitalIntegrationBuilder builder, Action<DotdigitalDashboardOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        var options = services.AddOptions<DotdigitalDashboardOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.AddAntiforgery();
        services.AddAuthorization();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DotdigitalDashboardOptions>, DashboardOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, DashboardPolicyCheck>());
        services.TryAddSingleton<DashboardGate>();
        services.TryAddSingleton<DashboardEndpoint>();
        services.TryAddScoped<DashboardPage>();
        DashboardRoutes.AddPages(services);
        return builder;
    }
}
