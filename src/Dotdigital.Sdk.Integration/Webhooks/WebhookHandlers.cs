using Dotdigital.Sdk.Integration.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.Webhooks;

/// <summary>Hands an event to the handlers of its name, each once, in order of registration.</summary>
internal sealed class WebhookHandlers(IEnumerable<WebhookHandlerRegistration> registrations, IServiceProvider services) : IDotdigitalEventHandler<WebhookReceived>
{
    public async Task HandleAsync(WebhookReceived happened, CancellationToken cancellationToken)
    {
        var handlers = registrations
            .Where(registration => registration.Name is null || string.Equals(registration.Name, happened.Name, StringComparison.OrdinalIgnoreCase))
            .Select(static registration => registration.Handler)
            .Distinct();
        foreach (var handler in handlers)
        {
            await ((IWebhookHandler)services.GetRequiredService(handler)).HandleAsync(happened, cancellationToken).ConfigureAwait(false);
        }
    }
}
