using Dotdigital.Sdk.Integration.EntityFrameworkCore;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Dotdigital.Sdk.Integration.Tests.TwoWay.Entities;
using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Tracking;

/// <summary>A host that keeps its own tables, the engine's store and its recorded changes in one database and schema.</summary>
public sealed class SharedDatabaseTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TR2_TheHostsChangeTableAndTheStore_ShareADatabase_WhicheverIsMadeFirst(bool storeFirst)
    {
        await using var database = await StoreUnderTest.CreateEmptyAsync();
        var services = new ServiceCollection();
        services.AddLogging();
        var builder = services.AddDotdigitalIntegration();
        database.AddTo(services);
        services.AddDbContext<PeopleContext>(options => database.Use(options));
        builder.UseChangesIn<PeopleContext>();
        await using var provider = services.BuildServiceProvider();
        Func<Task>[] migrations = [() => provider.MigrateDotdigitalAsync(SyncBench.Cancel), () => CreateHostTablesAsync(provider)];
        await migrations[storeFirst ? 0 : 1]();
        await migrations[storeFirst ? 1 : 0]();

        var ofHost = provider.GetRequiredService<IFieldChangeLog>();
        var ofStore = provider.GetRequiredService<ISyncStore>().Changes;
        await ofHost.AppendAsync([new FieldChange(0, "Person", string.Empty, "host")], SyncBench.Cancel);
        await ofStore.AppendAsync([new FieldChange(0, "Person", string.Empty, "store")], SyncBench.Cancel);

        Assert.Equal("host", Assert.Single(await ofHost.ReadAsync(0, 10, SyncBench.Cancel)).Key);
        Assert.Equal("store", Assert.Single(await ofStore.ReadAsync(0, 10, SyncBench.Cancel)).Key);
    }

    /// <summary>As the host's migration does.</summary>
    private static async Task CreateHostTablesAsync(IServiceProvider provider)
    {
        await using var scope = provider.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PeopleContext>().Database;
        var creator = database.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(SyncBench.Cancel))
        {
            await creator.CreateAsync(SyncBench.Cancel);
        }

        await creator.CreateTablesAsync(SyncBench.Cancel);
    }
}
