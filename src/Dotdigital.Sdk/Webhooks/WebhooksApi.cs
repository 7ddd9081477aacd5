using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Webhooks;

internal sealed class WebhooksApi(RequestPipeline pipeline) : IWebhooksApi
{
    private static readonly ApiOperation GetAll = ApiOperation.Get("Webhooks.GetAll", "/cpaas/webhooks");
    private static readonly ApiOperation Get = ApiOperation.Get("Webhooks.Get", "/cpaas/webhooks/{webhookId}");
    private static readonly ApiOperation Create = ApiOperation.Once("Webhooks.Create", HttpMethod.Post, "/cpaas/webhooks");
    private static readonly ApiOperation Update = ApiOperation.Repeatable("Webhooks.Update", HttpMethod.Put, "/cpaas/webhooks/{webhookId}");
    private static readonly ApiOperation Delete = ApiOperation.Delete("Webhooks.Delete", "/cpaas/webhooks/{webhookId}");
    private static readonly ApiOperation GetAvailableEvents = ApiOperation.Get("Webhooks.GetAvailableEvents", "/cpaas/webhooks/availableevents");
    private static readonly ApiOperation GetAvailableTemplates = ApiOperation.Get("Webhooks.GetAvailableTemplates", "/cpaas/webhooks/availabletemplates");

    public async Task<IReadOnlyList<Webhook>> GetAllAsync(bool includeDeleted = false, CancellationToken cancellationToken = default) =>
        await pipeline.ReadAsync(GetAll.With().Query("includeDeleted", includeDeleted), SdkJson.Default.ListWebhook, cancellationToken).ConfigureAwait(false);

    public Task<Webhook> GetAsync(string id, bool includeDeleted = false, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(Get.With(id).Query("includeDeleted", includeDeleted), SdkJson.Default.Webhook, cancellationToken);

    public Task<Webhook> CreateAsync(WebhookContent content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        CheckContent(content);
        return pipeline.ReadAsync(Create.With() with { Content = RequestBody.FromJson(content, SdkJson.Default.WebhookContent) }, SdkJson.Default.Webhook, cancellationToken);
    }

    public Task<Webhook> UpdateAsync(string id, WebhookContent content, string? etag = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        CheckContent(content);
        return pipeline.ReadAsync(Update.With(id).IfMatch(etag) with { Content = RequestBody.FromJson(content, SdkJson.Default.WebhookContent) }, SdkJson.Default.Webhook, cancellationToken);
    }

    public Task DeleteAsync(string id, string? etag = null, CancellationToken cancellationToken = default) =>
        pipeline.SendAsync(Delete.With(id).IfMatch(etag), cancellationToken);

    public async Task<IReadOnlyList<AvailableWebhookEvent>> GetAvailableEventsAsync(CancellationToken cancellationToken = default) =>
        await pipeline.ReadAsync(GetAvailableEvents.With(), SdkJson.Default.ListAvailableWebhookEvent, cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<WebhookTemplate>> GetAvailableTemplatesAsync(CancellationToken cancellationToken = default) =>
        await pipeline.ReadAsync(GetAvailableTemplates.With(), SdkJson.Default.ListWebhookTemplate, cancellationToken).ConfigureAwait(false);

    private static void CheckContent(WebhookContent content)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(content.Name, nameof(content));
        if (!Uri.TryCreate(content.Url, UriKind.Absolute, out _))
        {
            throw new ArgumentException("The webhook's address must be absolute.", nameof(content));
        }

        Check.Range(content.MaxBatchSize ?? 1, 1, 500, nameof(content));
        Check.Range(content.BatchTimeoutSeconds ?? 1, 1, 60, nameof(content));
    }
}
