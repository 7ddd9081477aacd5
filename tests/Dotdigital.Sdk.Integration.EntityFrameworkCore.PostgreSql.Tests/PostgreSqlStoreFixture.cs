using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.PostgreSqlServer;
using Dotdigital.Sdk.StoreContract;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Tests;

/// <summary>A migrated store in a database of its own.</summary>
public sealed class PostgreSqlStoreFixture : IStoreFixture
{
    private readonly List<ServiceProvider> _services = [];
    private TestDatabase? _database;

    public string ConnectionString => _database!.ConnectionString;

    public ISyncStore Store { get; private set; } = null!;

    public async Task StartAsync()
    {
        _database = await MigratedDatabase.CreateAsync();
        Store = Open();
    }

    /// <summary>Opens the database as another process would.</summary>
    public ISyncStore Open(string? extra = null)
    {
        var services = new ServiceCollection().AddDotdigitalPostgreSqlStore(ConnectionString + extra).BuildServiceProvider();
        _services.Add(services);
        return services.GetRequiredService<ISyncStore>();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var services in _services)
        {
            await services.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }
}
