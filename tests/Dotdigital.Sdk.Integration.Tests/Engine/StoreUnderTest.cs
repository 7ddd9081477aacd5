using System.Data.Common;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.Tests.Engine;

/// <summary>Where a bench keeps the engine's state: here a SQLite file of its own. Other stores' test projects link the benches and bring another one of this name.</summary>
internal sealed class StoreUnderTest : IAsyncDisposable
{
    /// <summary>A file system in memory, where the system has one: no test cuts the power, and every commit waits for the disk.</summary>
    private static readonly string Folder = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    private readonly string _file = Path.Combine(Folder, $"sync-bench-{Guid.NewGuid():N}.db");

    private StoreUnderTest()
    {
    }

    /// <summary>Names the store's tables.</summary>
    public const string TablesQuery = "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'dotdigital_%'";

    public string ConnectionString => $"Data Source={_file}";

    public static Task<StoreUnderTest> CreateAsync() => Task.FromResult(new StoreUnderTest());

    /// <summary>A database without the engine's tables, for a host's own.</summary>
    public static Task<StoreUnderTest> CreateEmptyAsync() => CreateAsync();

    /// <summary>Registers the store, as a host does.</summary>
    public void AddTo(IServiceCollection services) => services.AddDotdigitalSqliteStore(ConnectionString);

    /// <summary>Lets a host keep its own data there.</summary>
    public void Use(DbContextOptionsBuilder options) => options.UseSqlite(ConnectionString);

    /// <summary>A connection to its database, for what no interface offers.</summary>
    public DbConnection Connect() => new SqliteConnection(ConnectionString);

    public ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        foreach (var file in new[] { _file, _file + "-wal", _file + "-shm" })
        {
            File.Delete(file);
        }

        return ValueTask.CompletedTask;
    }
}
