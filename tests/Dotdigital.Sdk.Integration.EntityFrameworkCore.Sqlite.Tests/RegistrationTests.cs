using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Storage.InMemory;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public void AddDotdigitalSqliteStore_Twice_RegistersOneStore()
    {
        var services = new ServiceCollection()
            .AddSingleton<ISyncStore, InMemorySyncStore>()
            .AddDotdigitalSqliteStore("Data Source=a.db")
            .AddDotdigitalSqliteStore("Data Source=b.db");
        using var provider = services.BuildServiceProvider();

        Assert.Single(provider.GetServices<ISyncStore>());
        Assert.IsNotType<InMemorySyncStore>(provider.GetRequiredService<ISyncStore>());
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=x;Mode=Memory;Cache=Shared")]
    [InlineData("Data Source=")]
    [InlineData("Nonsense=1")]
    public void AddDotdigitalSqliteStore_WithoutAFile_IsRefusedAtOnce(string connectionString) =>
        Assert.ThrowsAny<ArgumentException>(() => new ServiceCollection().AddDotdigitalSqliteStore(connectionString));

    [Fact]
    public async Task MigrateDotdigital_WithoutAStore_SaysWhatToCall()
    {
        using var provider = new ServiceCollection().BuildServiceProvider();

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => provider.MigrateDotdigitalAsync(TestContext.Current.CancellationToken));

        Assert.Contains("AddDotdigitalSqliteStore", exception.Message);
    }
}
