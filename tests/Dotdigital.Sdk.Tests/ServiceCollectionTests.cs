using System.Net;
using Dotdigital.Sdk.AddressBooks;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk.Tests;

public sealed class ServiceCollectionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void AddDotdigitalClient_Twice_IsHarmless()
    {
        var services = new ServiceCollection();
        services.AddDotdigitalClient(o => o.MaxRetries = 2);
        services.AddDotdigitalClient(o => o.MaxRateLimitWait = TimeSpan.FromMinutes(1));
        using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<DotdigitalClientOptions>>().Value;

        Assert.Equal((2, TimeSpan.FromMinutes(1)), (options.MaxRetries, options.MaxRateLimitWait));
        Assert.Single(provider.GetServices<IDotdigitalClientFactory>());
    }

    [Fact]
    public void MistakenOptions_AllNamedAtOnceWithTheirFullKeys()
    {
        var services = new ServiceCollection();
        services.AddDotdigitalClient(o =>
        {
            o.UserName = "someone";
            o.AttemptTimeout = TimeSpan.Zero;
            o.MaxRetries = -1;
            o.Accounts["eu"] = new() { UserName = "x" };
            o.AllowedHosts.Add("https://not-a-host/");
        });
        using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IDotdigitalClientFactory>());

        Assert.Equal(
            ["Dotdigital:Client:Password", "Dotdigital:Client:Accounts:eu:Password", "Dotdigital:Client:AllowedHosts", "Dotdigital:Client:AttemptTimeout", "Dotdigital:Client:MaxRetries"],
            error.Failures.Select(f => f.Split(' ')[0]));
    }

    [Fact]
    public void Factory_MakesConfiguredAccountsByName_IgnoringCase()
    {
        using var provider = TestClients.Build(new("http://localhost:1"), o => o.Accounts["eu"] = new() { UserName = "u", Password = "p" });
        var factory = provider.GetRequiredService<IDotdigitalClientFactory>();

        Assert.Equal("default", factory.Create().AccountName);
        Assert.Equal("EU", factory.Create("EU").AccountName);
        Assert.Throws<ArgumentException>(() => factory.Create("us"));
        Assert.Throws<ArgumentException>(() => factory.Create(new DotdigitalAccountOptions { Name = "x", UserName = "u" }));
    }

    [Fact]
    public async Task HostsDefaultResilienceHandler_DoesNotRepeatImports()
    {
        var handler = new ScriptedHandler(TimeProvider.System).Answer(HttpStatusCode.InternalServerError);
        await using var provider = TestClients.Build(
            new("http://localhost:1"), handler: handler, services: s => s.ConfigureHttpClientDefaults(b => b.AddStandardResilienceHandler()));

        await Assert.ThrowsAsync<DotdigitalApiException>(
            () => provider.GetRequiredService<IDotdigitalClient>().AddressBooks.CreateAsync("a", AddressBookVisibility.Private, Token));

        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Token_AlreadyCancelled_SendsNothing()
    {
        var handler = new ScriptedHandler(TimeProvider.System);
        await using var provider = TestClients.Build(new("http://localhost:1"), handler: handler);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => provider.GetRequiredService<IDotdigitalClient>().AddressBooks.GetPageAsync(cancellationToken: new(canceled: true)));

        Assert.Empty(handler.Requests);
    }
}
