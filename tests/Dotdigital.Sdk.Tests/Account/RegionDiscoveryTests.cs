using System.Net;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Tests.Account;

public sealed class RegionDiscoveryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FirstCall_AsksAccountInfoOnce_ForAllClientsOfTheAccount()
    {
        var handler = new ScriptedHandler(TimeProvider.System)
            .Answer(HttpStatusCode.OK, """{"id":1,"properties":[{"name":"apiendpoint","type":"String","value":"https://r3-api.dotdigital.com/"}]}""")
            .Answer(HttpStatusCode.OK)
            .Answer(HttpStatusCode.OK);
        await using var services = TestClients.Build(new("http://unused"), o => o.Endpoint = null, handler: handler);
        var factory = services.GetRequiredService<IDotdigitalClientFactory>();

        await factory.Create().AddressBooks.GetPageAsync(cancellationToken: Token);
        await factory.Create().AddressBooks.GetPageAsync(cancellationToken: Token);

        Assert.Equal(
            ["https://r1-api.dotdigital.com/v2/account-info", "https://r3-api.dotdigital.com/v2/address-books?select=1000&skip=0", "https://r3-api.dotdigital.com/v2/address-books?select=1000&skip=0"],
            handler.Requests.Select(r => r.Uri.AbsoluteUri));
        Assert.Equal(new Uri("https://r3-api.dotdigital.com"), await factory.Create().Account.GetEndpointAsync(Token));
    }

    [Fact]
    public async Task ParallelFirstCalls_AskAccountInfoOnce()
    {
        var handler = new ScriptedHandler(TimeProvider.System)
            .Answer(HttpStatusCode.OK, """{"properties":[{"name":"ApiEndpoint","value":"https://r2-api.dotdigital.com"}]}""");
        for (var i = 0; i < 8; i++)
        {
            handler.Answer(HttpStatusCode.OK);
        }

        await using var services = TestClients.Build(new("http://unused"), o => o.Endpoint = null, handler: handler);
        var client = services.GetRequiredService<IDotdigitalClient>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.AddressBooks.GetPageAsync(cancellationToken: Token)));

        Assert.Single(handler.Requests, r => r.Uri.AbsolutePath == "/v2/account-info");
    }

    [Theory]
    [InlineData("https://evil.example.com")]
    [InlineData("http://r1-api.dotdigital.com")]
    [InlineData("https://r1-api.dotdigital.com.evil.example")]
    [InlineData("https://evildotdigital.com")]
    [InlineData("https://user:pass@r1-api.dotdigital.com")]
    [InlineData("http://localhost:1234")]
    public async Task NamedHostIsNotAllowed_NoCredentialsAreSentThere(string named)
    {
        var handler = new ScriptedHandler(TimeProvider.System)
            .Answer(HttpStatusCode.OK, $$"""{"properties":[{"name":"ApiEndpoint","value":"{{named}}"}]}""");
        await using var services = TestClients.Build(new("http://unused"), o => (o.Endpoint, o.AllowLoopback) = (null, false), handler: handler);

        var error = await Assert.ThrowsAsync<DotdigitalEndpointNotAllowedException>(
            () => services.GetRequiredService<IDotdigitalClient>().AddressBooks.GetPageAsync(cancellationToken: Token));

        Assert.DoesNotContain("user:pass", error.ToString(), StringComparison.Ordinal);
        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData("""{"properties":[]}""")]
    [InlineData("""{"properties":null}""")]
    [InlineData("""{"properties":[{"name":"ApiEndpoint","value":"not an address"}]}""")]
    public async Task NoHostNamed_IsATypedError(string body)
    {
        var handler = new ScriptedHandler(TimeProvider.System).Answer(HttpStatusCode.OK, body);
        await using var services = TestClients.Build(new("http://unused"), o => o.Endpoint = null, handler: handler);

        await Assert.ThrowsAnyAsync<DotdigitalException>(() => services.GetRequiredService<IDotdigitalClient>().AddressBooks.GetPageAsync(cancellationToken: Token));

        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Discovery_Fails_IsAskedAgainByTheNextCall()
    {
        var handler = new ScriptedHandler(TimeProvider.System)
            .Answer(HttpStatusCode.Unauthorized, "")
            .Answer(HttpStatusCode.OK, """{"properties":[{"name":"ApiEndpoint","value":"https://r1-api.dotdigital.com"}]}""")
            .Answer(HttpStatusCode.OK);
        await using var services = TestClients.Build(new("http://unused"), o => o.Endpoint = null, handler: handler);
        var client = services.GetRequiredService<IDotdigitalClient>();

        await Assert.ThrowsAsync<DotdigitalAuthenticationException>(() => client.AddressBooks.GetPageAsync(cancellationToken: Token));

        Assert.True((await client.AddressBooks.GetPageAsync(cancellationToken: Token)).IsEnd);
    }

    [Fact]
    public async Task Configured_NotAllowed_FailsWhenTheClientIsMade()
    {
        await using var services = TestClients.Build(new("https://example.com"));

        Assert.Throws<DotdigitalEndpointNotAllowedException>(services.GetRequiredService<IDotdigitalClient>);
    }

    [Fact]
    public async Task Discovery_GetsNoAnswer_AnImportIsKnownNotToHaveBeenSent()
    {
        var handler = new ScriptedHandler(TimeProvider.System)
            .Throw(new HttpRequestException(HttpRequestError.ResponseEnded, "broken"))
            .Answer(HttpStatusCode.InternalServerError)
            .Answer(HttpStatusCode.OK, "<html/>");
        await using var services = TestClients.Build(new("http://unused"), o => (o.Endpoint, o.MaxRetries) = (null, 0), handler: handler);
        var imports = services.GetRequiredService<IDotdigitalClient>().ContactImports;

        for (var i = 0; i < 3; i++)
        {
            var error = await Assert.ThrowsAsync<DotdigitalTransportException>(() => imports.ImportCsvAsync(1, "Email\r\n"u8.ToArray(), cancellationToken: Token));
            Assert.False(error.RequestMayHaveBeenAccepted);
            Assert.Equal("ContactImports.ImportCsv", error.Operation);
        }

        Assert.All(handler.Requests, r => Assert.Equal("/v2/account-info", r.Uri.AbsolutePath));
    }
}
