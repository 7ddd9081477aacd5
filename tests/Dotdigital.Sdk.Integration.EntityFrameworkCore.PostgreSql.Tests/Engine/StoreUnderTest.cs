using System.Data.Common;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Tests;
using Dotdigital.Sdk.PostgreSqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Dotdigital.Sdk.Integration.Tests.Engine;

/// <summary>Where the engine's tests keep its state in this project: a PostgreSQL database of each bench's own.</summary>
internal sealed class StoreUnderTest : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private StoreUnderTest(TestDatabase database) => _database = database;

    /// <summary>Names the store's tables.</summary>
    public const string TablesQuery = "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_name LIKE 'dotdigital\\_%'";

    public string ConnectionString => _database.ConnectionString;

    public static async Task<StoreUnderTest> CreateAsync() => new(await MigratedDatabase.CreateAsync());

    /// <summary>A database without the engine's tables, for a host's own.</summary>
    public static async Task<StoreUnderTest> CreateEmptyAsync() => new(await (await TestServer.GetAsync()).CreateDatabaseAsync());

    /// <summary>Registers the store, as a host does.</summary>
    public void AddTo(IServiceCollection services) => services.AddDotdigitalPostgreSqlStore(ConnectionString);

    /// <summary>Lets a host keep its own data there.</summary>
    public void Use(DbContextOptionsBuilder options) => options.UseNpgsql(ConnectionString);

    /// <summary>A connection to its database, for what no interface offers.</summary>
    public DbConnection Connect() => new NpgsqlConnection(ConnectionString + ";Pooling=False");

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
