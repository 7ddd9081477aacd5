using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;
using Xunit;

namespace Dotdigital.Sdk.PostgreSqlServer;

/// <summary>
/// A server of the test assembly's own, started at the first need from the installed binaries, in a temporary folder and on a socket in it. It ends
/// with the assembly, and also when the test process is killed: a shell beside it waits for the end of its input.
/// Where there are no binaries the tests are skipped with that reason, but with <c>CI=true</c> they fail.
/// </summary>
public sealed class TestServer : IAsyncDisposable
{
    private static readonly Lock Gate = new();
    private static Task<TestServer>? _started;

    private readonly string _admin;
    private readonly ServerProcess? _process;
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _templates = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentBag<string>> _clean = new(StringComparer.Ordinal);
    private readonly string _prefix = $"dotdigital_{Guid.NewGuid():N}"[..20];
    private int _count;

    private TestServer(string admin, ServerProcess? process) => (_admin, _process) = (admin, process);

    /// <summary>The server, started when it is first asked for. Skips the test where there is none.</summary>
    public static Task<TestServer> GetAsync()
    {
        if (PostgreSqlBinaries.ConnectionString is null && PostgreSqlBinaries.Find() is null)
        {
            var reason = $"No PostgreSQL server: install its binaries (initdb, postgres), or name their folder or a connection string in {PostgreSqlBinaries.Variable}.";
            Assert.SkipUnless(string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase), reason);
            Assert.Fail(reason);
        }

        lock (Gate)
        {
            return _started ??= Task.Run(StartAsync);
        }
    }

    /// <summary>Ends the server, if one was started.</summary>
    public static async Task EndAsync()
    {
        Task<TestServer>? started;
        lock (Gate)
        {
            started = _started;
            _started = null;
        }

        if (started is not null)
        {
            await (await started).DisposeAsync();
        }
    }

    /// <summary>Makes an empty database.</summary>
    public async Task<TestDatabase> CreateDatabaseAsync()
    {
        var database = await CreateAsync("template0");
        return new TestDatabase(ConnectionStringOf(database), () => DropAsync(database));
    }

    /// <summary>Makes a database with the tables of a template, all of them empty. Those of earlier tests are emptied and used again: that is ten times as fast as copying.</summary>
    /// <param name="template">Names the template.</param>
    /// <param name="prepare">Makes its tables, once, given a connection string; leaves no connection open. Rows stay only in tables whose names end in <c>migrations</c>.</param>
    public async Task<TestDatabase> CreateDatabaseAsync(string template, Func<string, Task> prepare)
    {
        var clean = _clean.GetOrAdd(template, static _ => []);
        if (!clean.TryTake(out var database))
        {
            database = await CreateAsync(await _templates.GetOrAdd(template, _ => new Lazy<Task<string>>(() => CreateTemplateAsync(prepare))).Value);
        }

        return new TestDatabase(ConnectionStringOf(database), async () =>
        {
            await CleanAsync(database);
            clean.Add(database);
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    private static async Task<TestServer> StartAsync()
    {
        if (PostgreSqlBinaries.ConnectionString is { } given)
        {
            return new TestServer(given, process: null);
        }

        var process = await ServerProcess.StartAsync(PostgreSqlBinaries.Find()!);
        return new TestServer(process.ConnectionString, process);
    }

    private Task DropAsync(string database) => ExecuteAsync(_admin, $"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)");

    private Task CleanAsync(string database) => ExecuteAsync(
        ConnectionStringOf(database) + ";Pooling=False",
        """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid();
        DO $$ BEGIN EXECUTE (SELECT 'TRUNCATE ' || string_agg(oid::regclass::text, ', ') || ' RESTART IDENTITY CASCADE'
            FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname NOT LIKE '%migrations'); END $$;
        """);

    private async Task<string> CreateTemplateAsync(Func<string, Task> prepare)
    {
        var database = await CreateAsync("template0");
        await prepare(ConnectionStringOf(database));

        // Nobody may be connected to a template while it is copied, the server's own vacuum included.
        await ExecuteAsync(_admin, $"ALTER DATABASE \"{database}\" WITH ALLOW_CONNECTIONS false");
        return database;
    }

    private async Task<string> CreateAsync(string template)
    {
        var database = string.Create(CultureInfo.InvariantCulture, $"{_prefix}_{Interlocked.Increment(ref _count)}");
        await ExecuteAsync(_admin, $"CREATE DATABASE \"{database}\" TEMPLATE \"{template}\"");
        return database;
    }

    private string ConnectionStringOf(string database) => new NpgsqlConnectionStringBuilder(_admin) { Database = database, MaxPoolSize = 40 }.ConnectionString;

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }
}
