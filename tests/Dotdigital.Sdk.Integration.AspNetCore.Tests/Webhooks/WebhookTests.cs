using Dotdigital.Sdk.Integration.AspNetCore.Tests.Hosting;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;
using Xunit;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.Webhooks;

/// <summary>A node that takes webhooks, and what its handlers were given.</summary>
public abstract class WebhookTests : IAsyncLifetime
{
    private protected WebBench Bench { get; private set; } = null!;

    private protected WebNode Node { get; private set; } = null!;

    private protected RecordingWebhooks Handlers { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Bench = await WebBench.StartAsync();
        Node = await StartNodeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        await Bench.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected Task<WebNode> StartNodeAsync(Action<DotdigitalIntegrationOptions>? configure = null, Action<DotdigitalIntegrationBuilder>? extend = null) => Bench.NodeAsync(
        static app => app.MapDotdigitalWebhooks("/dotdigital/webhooks"),
        builder =>
        {
            Handlers.AddTo(builder);
            extend?.Invoke(builder);
        },
        configure);

    private protected static Task<SyncReport> DeliverAsync(WebNode node) => node.Get<IEventDelivery>().RunAsync(WebBench.Main, cancellationToken: WebBench.Cancel);

    /// <summary>A new process on the same store.</summary>
    private protected async Task RestartAsync()
    {
        await Node.DisposeAsync();
        Node = await StartNodeAsync();
    }

    private protected string Event(string id, string name = "message.delivered", string entity = "m1", int revision = 1, TimeSpan? age = null) =>
        Posts.Event(id, Bench.Now - (age ?? TimeSpan.Zero), name, entity, revision);
}
