using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace Dotdigital.Sdk.Integration.Tests.Engine;

/// <summary>A network on which no connection for some requests comes about.</summary>
internal sealed class BrokenLine
{
    /// <summary>The end of the path of the requests that fail; null for none.</summary>
    public string? Path { get; set; }

    public void Register(DotdigitalIntegrationBuilder builder) =>
        builder.Services.ConfigureAll<HttpClientFactoryOptions>(options => options.HttpMessageHandlerBuilderActions.Add(handlers => handlers.AdditionalHandlers.Add(new Handler(this))));

    private sealed class Handler(BrokenLine line) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            line.Path is { } path && request.RequestUri!.AbsolutePath.EndsWith(path, StringComparison.OrdinalIgnoreCase)
                ? throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused.", new SocketException((int)SocketError.ConnectionRefused))
                : base.SendAsync(request, cancellationToken);
    }
}
