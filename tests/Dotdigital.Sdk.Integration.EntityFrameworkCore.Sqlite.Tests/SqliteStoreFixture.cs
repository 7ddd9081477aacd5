using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.StoreContract;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite.Tests;

/// <summary>A migrated store in a file of its own.</summary>
public sealed class SqliteStoreFixture : IStoreFixture
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dotdigital-store-");
    private readonly List<ServiceProvider> _services = [];

    public string ConnectionString => new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder.FullName, "store.db") }.ConnectionString;

    public ISyncStore Store { get; private set; } = null!;

    public async Task StartAsync() => Store = await OpenAsync();

    /// <summary>Opens the file as another process would.</summary>
    public async Task<ISyncStore> OpenAsync()
    {
        var services = new ServiceCollection().AddDotdigitalSqliteStore(ConnectionString).BuildServiceProvider();
        _services.Add(services);
        await services.MigrateDotdigitalAsync();
        return services.GetRequiredService<ISyncStore>();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var services in _services)
        {
            await services.DisposeAsync();
        }

        using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        _folder.Delete(recursive: true);
    }
}
