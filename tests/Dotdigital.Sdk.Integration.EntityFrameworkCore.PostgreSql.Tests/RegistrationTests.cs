using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Storage.InMemory;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public void AddDotdigitalPostgreSqlStore_Twice_RegistersOneStore()
    {
        var services = new ServiceCollection()
            .AddSingleton<ISyncStore, InMemorySyncStore>()
            .AddDotdigitalPostgreSqlStore("Host=a;Database=x")
            .AddDotdigitalPostgreSqlStore("Host=b;Database=x");
        using var provider = services.BuildServiceProvider();

        Assert.Single(provider.GetServices<ISyncStore>());
        Assert.IsNotType<InMemorySyncStore>(provider.GetRequiredService<ISyncStore>());
    }

    [Theory]
    [InlineData("Host=a")]
    [InlineData("Database=x")]
    [InlineData("")]
    [InlineData("Nonsense=1")]
    public void AddDotdigitalPostgreSqlStore_WithoutADatabase_IsRefusedAtOnce(string connectionString) =>
        Assert.ThrowsAny<ArgumentException>(() => new ServiceCollection().AddDotdigitalPostgreSqlStore(connectionString));

    [Fact]
    public void UsePostgreSqlStore_OnTheBuilder_RegistersTheStore()
    {
        var services = new ServiceCollection();
        services.AddDotdigitalIntegration(static _ => { }).UsePostgreSqlStore("Host=a;Database=x");

        Assert.Contains(services, static service => service.ServiceType == typeof(ISyncStore));
    }
}
