using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk.Tests;

public sealed class DotdigitalClientConfigurationTests
{
    [Fact]
    public void EveryOption_CanBeConfigured()
    {
        var options = Read(new()
        {
            ["Shop:Api:username"] = "u",
            ["Shop:Api:Password"] = "p",
            ["Shop:Api:Endpoint"] = "https://r2-api.dotdigital.com",
            ["Shop:Api:IntegrationToken"] = "5a96bc79-19a7-4544-973b-e2da0c9136f9",
            ["Shop:Api:RegionDiscoveryEndpoint"] = "http://localhost:5000",
            ["Shop:Api:AllowLoopback"] = "true",
            ["Shop:Api:MaxRetries"] = "7",
            ["Shop:Api:AttemptTimeout"] = "00:00:30",
            ["Shop:Api:RetryBaseDelay"] = "00:00:02",
            ["Shop:Api:RetryMaxDelay"] = "00:00:20",
            ["Shop:Api:MaxRateLimitWait"] = "00:10:00",
            ["Shop:Api:HourlyCapDelay"] = "00:03:00",
            ["Shop:Api:AllowedHosts:0"] = "api.example.com",
            ["Shop:Api:Accounts:eu:UserName"] = "eu-user",
            ["Shop:Api:Accounts:eu:Password"] = "eu-password",
        });

        Assert.Equal(("u", "p", new Uri("https://r2-api.dotdigital.com")), (options.UserName, options.Password, options.Endpoint));
        Assert.Equal((Guid.Parse("5a96bc79-19a7-4544-973b-e2da0c9136f9"), new Uri("http://localhost:5000"), true, 7), (options.IntegrationToken, options.RegionDiscoveryEndpoint, options.AllowLoopback, options.MaxRetries));
        Assert.Equal([30, 2, 20, 600, 180], new[] { options.AttemptTimeout, options.RetryBaseDelay, options.RetryMaxDelay, options.MaxRateLimitWait, options.HourlyCapDelay }.Select(d => d.TotalSeconds));
        Assert.Equal(["*.dotdigital.com", "*.dotmailer.com", "api.example.com"], options.AllowedHosts);
        Assert.Equal(("eu", "eu-user", "eu-password"), (options.Accounts["EU"].Name, options.Accounts["EU"].UserName, options.Accounts["EU"].Password));
    }

    [Fact]
    public void EveryPublicOption_HasAKey()
    {
        var writable = typeof(DotdigitalClientOptions).GetProperties().Select(p => p.Name);

        var error = Assert.Throws<OptionsValidationException>(() => Read(writable.ToDictionary(n => $"Shop:Api:{n}", _ => (string?)"~")));

        Assert.DoesNotContain(error.Failures, f => f.Contains("mistyped", StringComparison.Ordinal));
    }

    [Fact]
    public void MistypedKeysAndValues_AreNeverDropped_AndToldWithTheirPathButNotTheirValue()
    {
        var error = Assert.Throws<OptionsValidationException>(() => Read(new()
        {
            ["Shop:Api:Pasword"] = "s3cret",
            ["Shop:Api:MaxRetries"] = "many",
            ["Shop:Api:Accounts:eu:Endpont"] = "x",
        }));

        Assert.Equal(["Shop:Api:Accounts:eu:Endpont", "Shop:Api:MaxRetries", "Shop:Api:Pasword"], error.Failures.Select(f => f.Split(' ')[0]));
        Assert.DoesNotContain("s3cret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ValuesOutOfRange_AreToldWithTheHostsOwnPath()
    {
        var error = Assert.Throws<OptionsValidationException>(() => Read(new() { ["Shop:Api:MaxRetries"] = "99" }));

        Assert.StartsWith("Shop:Api:MaxRetries must", Assert.Single(error.Failures), StringComparison.Ordinal);
    }

    private static DotdigitalClientOptions Read(Dictionary<string, string?> values)
    {
        var services = new ServiceCollection();
        services.AddDotdigitalClient(new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection("Shop:Api"));
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<DotdigitalClientOptions>>().Value;
    }
}
