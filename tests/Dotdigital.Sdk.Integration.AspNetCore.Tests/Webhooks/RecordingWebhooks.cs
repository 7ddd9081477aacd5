using System.Collections.Concurrent;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.Webhooks;

/// <summary>What the host's handlers were given, and what they are to refuse.</summary>
internal sealed class RecordingWebhooks
{
    private readonly ConcurrentQueue<(string Handler, WebhookReceived Event)> _given = new();

    public Func<WebhookReceived, bool> Refuses { get; set; } = static _ => false;

    public IReadOnlyList<WebhookReceived> All => [.. _given.Where(static given => given.Handler == nameof(OfAll)).Select(static given => given.Event)];

    public IReadOnlyList<WebhookReceived> Delivered => [.. _given.Where(static given => given.Handler == nameof(OfDelivered)).Select(static given => given.Event)];

    public void AddTo(DotdigitalIntegrationBuilder builder)
    {
        builder.Services.AddSingleton(this);
        builder.AddWebhookHandler<OfDelivered>(WebhookEventNames.MessageDelivered);
        builder.AddWebhookHandler<OfAll>();
        builder.AddWebhookHandler<OfAll>("message.delivered");
    }

    private Task TakeAsync(string handler, WebhookReceived received)
    {
        if (Refuses(received))
        {
            throw new InvalidOperationException("The host does not take it now.");
        }

        _given.Enqueue((handler, received));
        return Task.CompletedTask;
    }

    public sealed class OfDelivered(RecordingWebhooks log) : IWebhookHandler
    {
        public Task HandleAsync(WebhookReceived received, CancellationToken cancellationToken) => log.TakeAsync(nameof(OfDelivered), received);
    }

    public sealed class OfAll(RecordingWebhooks log) : IWebhookHandler
    {
        public Task HandleAsync(WebhookReceived received, CancellationToken cancellationToken) => log.TakeAsync(nameof(OfAll), received);
    }
}
