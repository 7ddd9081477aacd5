using Dotdigital.Sdk.Integration.AspNetCore.SingleSignOn;
using Dotdigital.Sdk.Integration.SingleSignOn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.AspNetCore;

/// <summary>Maps the pages by which people of the host connect to Dotdigital and open it signed in (rule AC-2).</summary>
public static class DotdigitalSingleSignOnEndpointExtensions
{
    /// <summary>
    /// Maps, for signed-in users only: <c>GET {pattern}/{account}/begin</c>, a page that tells whether the person is connected, with the buttons;
    /// <c>POST {pattern}/{account}/begin</c> to connect; <c>GET {pattern}/callback</c>, the address to register with Dotdigital for all accounts;
    /// <c>GET {pattern}/{account}/open</c>, which opens Dotdigital signed in; and <c>POST {pattern}/{account}/disconnect</c>. Posts need the host's antiforgery
    /// token, which the page's forms have. People are sent to https addresses of Dotdigital, <see cref="DotdigitalIntegrationOptions.SingleSignOnHosts"/> and, for
    /// the emulator, loopback only.
    /// </summary>
    /// <example>
    /// <code>app.MapDotdigitalSingleSignOn("/dotdigital/sso", sso => sso.AuthorizationPolicy = "Marketing");</code>
    /// </example>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path, as <c>/dotdigital/sso</c>.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The endpoints, for the host's own conventions.</returns>
    /// <exception cref="InvalidOperationException">A service that the pages need was not added; which, and how, is in the message.</exception>
    public static IEndpointConventionBuilder MapDotdigitalSingleSignOn(this IEndpointRouteBuilder endpoints, string pattern, Action<DotdigitalSingleSignOnOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        Require<ISingleSignOnService>(endpoints, "AddDotdigitalIntegration(...)");
        Require<IAntiforgery>(endpoints, "AddAntiforgery()");
        var options = new DotdigitalSingleSignOnOptions();
        configure?.Invoke(options);

        var pages = ActivatorUtilities.CreateInstance<SignInEndpoints>(endpoints.ServiceProvider, options);
        var group = endpoints.MapGroup(pattern.TrimEnd('/'));
        group.MapGet("/callback", pages.CompleteAsync).WithDisplayName("Dotdigital sign-in: callback").WithMetadata(new SignInPlace(options));
        group.MapGet("/{account}/begin", pages.ShowAsync).WithDisplayName("Dotdigital sign-in: page");
        group.MapPost("/{account}/begin", pages.BeginAsync).WithDisplayName("Dotdigital sign-in: connect");
        group.MapGet("/{account}/open", pages.OpenAsync).WithDisplayName("Dotdigital sign-in: open");
        group.MapPost("/{account}/disconnect", pages.DisconnectAsync).WithDisplayName("Dotdigital sign-in: disconnect");
        return options.AuthorizationPolicy is { } policy ? group.RequireAuthorization(policy) : group.RequireAuthorization();
    }

    private static void Require<TService>(IEndpointRouteBuilder endpoints, string remedy)
    {
        if (endpoints.ServiceProvider.GetService<TService>() is null)
        {
            throw new InvalidOperationException($"MapDotdigitalSingleSignOn() needs {typeof(TService).Name}: call builder.Services.{remedy} first.");
        }
    }
}
