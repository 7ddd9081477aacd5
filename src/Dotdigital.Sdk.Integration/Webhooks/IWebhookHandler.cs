using Dotdigital.Sdk.Integration.Events;

namespace Dotdigital.Sdk.Integration.Webhooks;

/// <summary>Receives events of Dotdigital's webhooks, after they are stored; see <see cref="DotdigitalIntegrationBuilderExtensions.AddWebhookHandler{THandler}"/>.</summary>
public interface IWebhookHandler
{
    /// <summary>
    /// Handles one event; returning accepts it. At least once: drop repeats by <see cref="DotdigitalEvent.EventId"/>. One that throws is asked again with growing
    /// delays, together with the other handlers of the event, and later events of the same message, profile or chat wait for it.
    /// </summary>
    /// <param name="received">The event.</param>
    /// <param name="cancellationToken">Time is up, or the host stops.</param>
    Task HandleAsync(WebhookReceived received, CancellationToken cancellationToken);
}
