using System.Net;
using System.Net.Sockets;
using System.Text;
using Dotdigital.Sdk.AddressBooks;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using WireMock.ResponseBuilders;

namespace Dotdigital.Sdk.Tests.Http;

public sealed class BrokenAnswerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("[{\"id\":1,")]
    [InlineData("{\"secretish\":\"content\"}")]
    [InlineData("<html>not json</html>")]
    [InlineData("[]trailing")]
    public async Task AnswerThatIsNotTheJsonExpected_IsATypedErrorWithoutItsContent(string body)
    {
        using var wire = new WireServer(o => o.MaxRetries = 3).Answer(body);

        var error = await Assert.ThrowsAsync<DotdigitalResponseException>(() => wire.Client.AddressBooks.GetPageAsync(cancellationToken: Token));

        Assert.Equal("AddressBooks.GetAll", error.Operation);
        Assert.DoesNotContain("secretish", error.ToString(), StringComparison.Ordinal);
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task ByteOrderMark_IsSkipped()
    {
        using var wire = new WireServer().Respond(Response.Create().WithStatusCode(200).WithBody(Encoding.UTF8.GetBytes("\uFEFF[]")));

        Assert.True((await wire.Client.AddressBooks.GetPageAsync(cancellationToken: Token)).IsEnd);
    }

    [Fact]
    public async Task LargePage_GrowsThePooledBuffer()
    {
        var rows = string.Join(',', Enumerable.Range(1, 20_000).Select(i => $$"""{"id":{{i}},"name":"{{new string('x', 100)}}"}"""));
        using var wire = new WireServer().Answer($"[{rows}]");

        var page = await wire.Client.AddressBooks.GetPageAsync(cancellationToken: Token);

        Assert.Equal(20_000, page.Items.Count);
        Assert.Equal(20_000, page.Items[^1].Id);
    }

    [Fact]
    public async Task SlowAnswer_TimesOutAsATypedError()
    {
        using var wire = new WireServer(o => o.AttemptTimeout = TimeSpan.FromSeconds(1)).Respond(Response.Create().WithDelay(TimeSpan.FromSeconds(30)).WithBody("[]"));

        var error = await Assert.ThrowsAsync<DotdigitalTransportException>(() => wire.Client.AddressBooks.GetPageAsync(cancellationToken: Token));

        Assert.True(error.IsTimeout);
        Assert.True(error.RequestMayHaveBeenAccepted);
    }

    [Fact]
    public async Task NothingListens_IsATypedErrorThatSaysNothingWasAccepted()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var services = TestClients.Build(new($"http://127.0.0.1:{port}"), o => o.MaxRetries = 0);

        var error = await Assert.ThrowsAsync<DotdigitalTransportException>(
            () => services.GetRequiredService<IDotdigitalClient>().AddressBooks.CreateAsync("a", AddressBookVisibility.Private, Token));

        Assert.False(error.RequestMayHaveBeenAccepted);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n[{\"id\":1")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n[{\"id\r\n")]
    [InlineData("HTTP/1.1 200")]
    public async Task BodyCutShort_IsTriedAgain_ThenATypedError(string raw)
    {
        using var server = new RawServer(raw);
        await using var services = TestClients.Build(server.Endpoint, o => (o.MaxRetries, o.RetryBaseDelay) = (1, TimeSpan.FromMilliseconds(1)));

        var error = await Assert.ThrowsAsync<DotdigitalTransportException>(
            () => services.GetRequiredService<IDotdigitalClient>().AddressBooks.GetPageAsync(cancellationToken: Token));

        Assert.True(error.RequestMayHaveBeenAccepted);
        Assert.Equal(2, server.Connections);
    }

    [Theory]
    [InlineData("HTTP/1.1 202 Accepted\r\nContent-Length: 500\r\n\r\n{")]
    [InlineData("HTTP/1.1 202")]
    [InlineData("")]
    public async Task ImportWhoseAnswerIsCutShort_IsNotSentAgain(string raw)
    {
        using var server = new RawServer(raw);
        await using var services = TestClients.Build(server.Endpoint);

        var error = await Assert.ThrowsAsync<DotdigitalTransportException>(
            () => services.GetRequiredService<IDotdigitalClient>().ContactImports.ImportCsvAsync(1, "Email\r\n"u8.ToArray(), cancellationToken: Token));

        Assert.True(error.RequestMayHaveBeenAccepted);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task ImportOnAReusedConnectionThatCloses_IsNotSentAgain()
    {
        using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]", "");
        await using var services = TestClients.Build(server.Endpoint);
        var client = services.GetRequiredService<IDotdigitalClient>();
        await client.AddressBooks.GetPageAsync(cancellationToken: Token);

        await Assert.ThrowsAsync<DotdigitalTransportException>(() => client.ContactImports.ImportCsvAsync(1, "Email\r\n"u8.ToArray(), cancellationToken: Token));

        Assert.Equal(["GET", "POST"], server.Methods);
    }
}
