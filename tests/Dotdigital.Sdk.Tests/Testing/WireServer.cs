using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Dotdigital.Sdk.Tests.Testing;

/// <summary>A client against a real HTTP server on loopback that answers what a test says.</summary>
internal sealed class WireServer : IDisposable
{
    private readonly WireMockServer server = WireMockServer.Start();
    private readonly ServiceProvider services;

    public WireServer(Action<DotdigitalClientOptions>? configure = null) =>
        services = TestClients.Build(Endpoint, o =>
        {
            o.MaxRetries = 0;
            configure?.Invoke(o);
        });

    public Uri Endpoint => new(server.Url!);

    public IDotdigitalClient Client => services.GetRequiredService<IDotdigitalClient>();

    public IReadOnlyList<WireMock.IRequestMessage> Requests => [.. server.LogEntries.Select(e => e.RequestMessage!)];

    public WireMock.IRequestMessage Single => Assert.Single(Requests);

    public WireServer Answer(string body, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers)
    {
        server.Given(Request.Create().UsingAnyMethod()).RespondWith(Create(body, status, headers));
        return this;
    }

    /// <summary>Answers a path and query by its own body; the most specific last.</summary>
    public WireServer AnswerPage(string parameter, string value, string body)
    {
        server.Given(Request.Create().UsingGet().WithParam(parameter, value)).AtPriority(-1).RespondWith(Create(body, HttpStatusCode.OK, []));
        return this;
    }

    public WireServer Respond(IResponseBuilder response)
    {
        server.Given(Request.Create().UsingAnyMethod()).RespondWith(response);
        return this;
    }

    /// <summary>Asserts the one request there was.</summary>
    public WireMock.IRequestMessage AssertRequest(string method, string pathAndQuery)
    {
        var request = Single;
        Assert.Equal(method, request.Method);
        Assert.Equal(pathAndQuery, Uri.UnescapeDataString(new Uri(request.Url).PathAndQuery));
        Assert.Equal($"Basic {TestClients.BasicToken}", request.Headers!["Authorization"].Single());
        Assert.Equal(TestClients.Token.ToString("D"), request.Headers["x-ddg-integration-token"].Single());
        return request;
    }

    public void Dispose()
    {
        services.Dispose();
        server.Dispose();
    }

    private static IResponseBuilder Create(string body, HttpStatusCode status, (string Name, string Value)[] headers)
    {
        var response = Response.Create().WithStatusCode(status).WithBody(body);
        foreach (var (name, value) in headers)
        {
            response = response.WithHeader(name, value);
        }

        return response;
    }
}
