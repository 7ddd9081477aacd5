namespace Dotdigital.Sdk.Webhooks;

/// <summary>Webhooks: where Dotdigital posts events. v3.</summary>
public interface IWebhooksApi
{
    /// <summary>Every webhook; not paged (<c>GET /cpaas/webhooks</c>).</summary>
    /// <param name="includeDeleted">Whether to read deleted ones too.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<IReadOnlyList<Webhook>> GetAllAsync(bool includeDeleted = false, CancellationToken cancellationToken = default);

    /// <summary>One webhook (<c>GET /cpaas/webhooks/{webhookId}</c>).</summary>
    /// <param name="id">The webhook.</param>
    /// <param name="includeDeleted">Whether to read deleted ones too.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<Webhook> GetAsync(string id, bool includeDeleted = false, CancellationToken cancellationToken = default);

    /// <summary>Creates a webhook, which gets events at once (<c>POST /cpaas/webhooks</c>). Not repeated after a lost answer.</summary>
    /// <param name="content">What it is.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Webhook> CreateAsync(WebhookContent content, CancellationToken cancellationToken = default);

    /// <summary>Replaces a webhook; safe to repeat (<c>PUT /cpaas/webhooks/{webhookId}</c>).</summary>
    /// <param name="id">The webhook.</param>
    /// <param name="content">All of it: what is left out is cleared.</param>
    /// <param name="etag">Refuse with 412 unless this is the version of the webhook (<c>If-Match</c>); any when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<Webhook> UpdateAsync(string id, WebhookContent content, string? etag = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes a webhook (<c>DELETE /cpaas/webhooks/{webhookId}</c>).</summary>
    /// <param name="id">The webhook.</param>
    /// <param name="etag">Refuse with 412 unless this is the version of the webhook (<c>If-Match</c>); any when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task DeleteAsync(string id, string? etag = null, CancellationToken cancellationToken = default);

    /// <summary>The types of event that webhooks can get (<c>GET /cpaas/webhooks/availableevents</c>).</summary>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<IReadOnlyList<AvailableWebhookEvent>> GetAvailableEventsAsync(CancellationToken cancellationToken = default);

    /// <summary>Groups of events for common needs (<c>GET /cpaas/webhooks/availabletemplates</c>).</summary>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<IReadOnlyList<WebhookTemplate>> GetAvailableTemplatesAsync(CancellationToken cancellationToken = default);
}
