using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.EntityFrameworkCore;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.PostgreSqlServer;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Dotdigital.Sdk.Benchmarks.Stores;

/// <summary>The store in a database of its own, with its tables made by its migrations, and ways past it to the same tables.</summary>
internal sealed class BenchmarkStore : IAsyncDisposable
{
    public static readonly AccountId Account = new("main");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dotdigital-benchmark-");
    private ServerProcess? _server;
    private ServiceProvider _services = null!;

    private BenchmarkStore()
    {
    }

    public string ConnectionString { get; private set; } = "";

    public ISyncStore Store => _services.GetRequiredService<ISyncStore>();

    public static async Task<BenchmarkStore> CreateAsync(StoreKind kind)
    {
        var store = new BenchmarkStore();
        var services = new ServiceCollection().AddLogging();
        if (kind == StoreKind.PostgreSql)
        {
            store._server = await ServerProcess.StartAsync(PostgreSqlBinaries.Find()!);
            store.ConnectionString = store._server.ConnectionString;
            services.AddDotdigitalPostgreSqlStore(store.ConnectionString);
        }
        else
        {
            store.ConnectionString = $"Data Source={Path.Combine(store._folder.FullName, "store.db")}";
            services.AddDotdigitalSqliteStore(store.ConnectionString);
        }

        store._services = services.BuildServiceProvider();
        await store._services.MigrateDotdigitalAsync();
        return store;
    }

    /// <summary>A context over the contact table, as a host would write one.</summary>
    public TrackedContacts Track()
    {
        var options = new DbContextOptionsBuilder<TrackedContacts>();
        return new((_server is null ? options.UseSqlite(ConnectionString) : options.UseNpgsql(ConnectionString)).Options);
    }

    public async Task WriteAsync(Func<IUnitOfWork, Task> write)
    {
        await using var unit = await Store.BeginAsync(Account, CancellationToken.None);
        await write(unit);
        await unit.CommitAsync(CancellationToken.None);
    }

    public async Task<T> ReadAsync<T>(Func<IUnitOfWork, Task<T>> read)
    {
        await using var unit = await Store.BeginAsync(Account, CancellationToken.None);
        return await read(unit);
    }

    /// <summary>Stores everybody, as members of one connected book.</summary>
    public async Task FillAsync(int contacts)
    {
        foreach (var page in Enumerable.Range(0, contacts).Chunk(StoreSizes.Page))
        {
            await WriteAsync(async unit =>
            {
                await unit.Contacts.SaveAsync([.. page.Select(static person => StorePeople.Contact(person, points: 0))], CancellationToken.None);
                await unit.Memberships.SaveAsync([.. page.Select(StorePeople.Membership)], CancellationToken.None);
            });
        }

        await ExecuteAsync(_server is null ? "ANALYZE" : "VACUUM ANALYZE");
    }

    /// <summary>Empties the contact table. A server that has just taken the rows in may still be writing them out: it is told to end with that.</summary>
    public async Task EmptyAsync()
    {
        if (_server is null)
        {
            await ExecuteAsync("DELETE FROM dotdigital_contacts");
            await ExecuteAsync("VACUUM");
            await ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        else
        {
            await ExecuteAsync("TRUNCATE dotdigital_contacts");
            await ExecuteAsync("CHECKPOINT");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        SqliteConnection.ClearAllPools();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var context = Track();
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
