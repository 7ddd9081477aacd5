using Dotdigital.Sdk.Integration.AspNetCore.Dashboard;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk.Integration.AspNetCore;

/// <summary>Gives the dashboard an address.</summary>
public static class DotdigitalDashboardEndpointExtensions
{
    /// <summary>
    /// Maps the dashboard below a path. Its pages bring their own style sheet and script, ask for nothing elsewhere, and work below any path base. They
    /// validate their antiforgery tokens themselves, with or without <c>UseAntiforgery</c>.
    /// </summary>
    /// <param name="endpoints">The application, or a group.</param>
    /// <param name="prefix">The path, without parameters.</param>
    /// <returns>Conventions for all of its endpoints, such as a host name that they require.</returns>
    /// <exception cref="InvalidOperationException"><c>AddDotdigitalDashboard</c> was not called.</exception>
    public static IEndpointConventionBuilder MapDotdigitalDashboard(this IEndpointRouteBuilder endpoints, string prefix = "/dotdigital")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        var endpoint = endpoints.ServiceProvider.GetService<DashboardEndpoint>()
            ?? throw new InvalidOperationException("The dashboard is not registered: call AddDotdigitalDashboard(...) on the builder that AddDotdigitalIntegration() returns.");
        var options = endpoints.ServiceProvider.GetRequiredService<IOptions<DotdigitalDashboardOptions>>().Value;
        var group = endpoints.MapGroup(prefix);
        foreach (var route in DashboardRoutes.All)
        {
            group.MapMethods(route.Pattern, [route.Method], (HttpContext http) => endpoint.HandleAsync(http, route)).WithDisplayName($"Dotdigital dashboard: {route.Method} {route.Pattern}");
        }

        if (options.ViewPolicy is { Length: > 0 } policy)
        {
            group.RequireAuthorization(policy);
        }
        else
        {
            // The gate decides: a fallback policy of the host would ask for a user whom the loopback option does without.
            group.AllowAnonymous();
        }

        return group.ExcludeFromDescription();
    }
}
