using Dotdigital.Sdk.Integration.AspNetCore.Webhooks;
using Dotdigital.Sdk.Integration.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.AspNetCore;

/// <summary>Maps the address that Dotdigital's webhooks post to.</summary>
public static class DotdigitalWebhookEndpointExtensions
{
    /// <summary>
    /// Maps <c>POST {pattern}/{account}</c>, the address to register with Dotdigital for each account. It needs no signed-in user: what is posted counts only with a
    /// signature by one of the account's <see cref="Accounts.AccountSettings.WebhookSecrets"/>. Accepted events are stored before the answer, and delivered to
    /// handlers added with <see cref="DotdigitalIntegrationBuilderExtensions.AddWebhookHandler{THandler}"/>.
    /// </summary>
    /// <example>
    /// <code>app.MapDotdigitalWebhooks("/dotdigital/webhooks");</code>
    /// </example>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path, as <c>/dotdigital/webhooks</c>.</param>
    /// <returns>The endpoint, for the host's own conventions.</returns>
    /// <exception cref="InvalidOperationException"><c>AddDotdigitalIntegration()</c> was not called.</exception>
    public static IEndpointConventionBuilder MapDotdigitalWebhooks(this IEndpointRouteBuilder endpoints, string pattern)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        if (endpoints.ServiceProvider.GetService<IWebhookReceiver>() is null)
        {
            throw new InvalidOperationException("MapDotdigitalWebhooks() needs the integration: call builder.Services.AddDotdigitalIntegration(...) first.");
        }

        return endpoints.MapPost($"{pattern.TrimEnd('/')}/{{account}}", WebhookEndpoint.HandleAsync)
            .AllowAnonymous()
            .DisableAntiforgery()
            .WithDisplayName("Dotdigital webhooks");
    }
}
