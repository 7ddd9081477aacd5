using System.Collections.Concurrent;
using System.Diagnostics;
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

    /// <summary>Makes an empty database, or a copy of one that <paramref name="prepare"/> has filled once.</summary>
    /// <param name="template">Names what the template holds; null for an empty database.</param>
    /// <param name="prepare">Fills the template, given its connection string, and leaves no connection open.</param>
    public async Task<TestDatabase> CreateDatabaseAsync(string? template = null, Func<string, Task>? prepare = null)
    {
        var source = "template0";
        if (template is not null && prepare is not null)
        {
            source = await _templates.GetOrAdd(template, name => new Lazy<Task<string>>(() => CreateTemplateAsync(name, prepare))).Value;
        }

        var database = await CreateAsync(source);
        return new TestDatabase(this, database, ConnectionStringOf(database));
    }

    /// <summary>Drops a database and whoever is still connected.</summary>
    public Task DropAsync(string database) => ExecuteAsync($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)");

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

    private async Task<string> CreateTemplateAsync(string name, Func<string, Task> prepare)
    {
        var database = await CreateAsync("template0");
        await prepare(ConnectionStringOf(database));

        // Nobody may be connected to a template while it is copied, the server's own vacuum included.
        await ExecuteAsync($"ALTER DATABASE \"{database}\" WITH ALLOW_CONNECTIONS false");
        Debug.WriteLine($"The template '{name}' is {database}.");
        return database;
    }

    private async Task<string> CreateAsync(string template)
    {
        var database = string.Create(CultureInfo.InvariantCulture, $"{_prefix}_{Interlocked.Increment(ref _count)}");
        await ExecuteAsync($"CREATE DATABASE \"{database}\" TEMPLATE \"{template}\"");
        return database;
    }

    private string ConnectionStringOf(string database) => new NpgsqlConnectionStringBuilder(_admin) { Database = database, MaxPoolSize = 40 }.ConnectionString;

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_admin);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }
}
