using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite.Storage;

/// <summary>
/// The store in one SQLite file, in WAL mode: readers never wait, writers take turns. Within the process they queue without holding a thread;
/// other processes' writers are waited for by trying again. Both waits end at the connection string's <c>Default Timeout</c>.
/// </summary>
internal sealed class SqliteStoreProvider : IStoreProvider, IDisposable
{
    private readonly DbContextOptions<DotdigitalDbContext> _options;
    private readonly string _connectionString;
    private readonly string _path;
    private readonly SemaphoreSlim _writers = new(1, 1);
    private readonly TimeSpan _timeout;
    private volatile bool _isWal;

    public SqliteStoreProvider(string connectionString)
    {
        var settings = Check(connectionString);
        _connectionString = connectionString;
        _path = settings.DataSource;
        _timeout = settings.DefaultTimeout > 0 ? TimeSpan.FromSeconds(settings.DefaultTimeout) : Timeout.InfiniteTimeSpan;
        _options = CreateOptions(connectionString);
    }

    public string NowMilliseconds => "CAST(unixepoch('subsec') * 1000 AS INTEGER)";

    public string SingleRunnerName => StoreFailures.NameOf(_path);

    public static DbContextOptions<DotdigitalDbContext> CreateOptions(string connectionString) =>
        new DbContextOptionsBuilder<DotdigitalDbContext>()
            .UseSqlite(connectionString, static sqlite => sqlite
                .MigrationsAssembly(typeof(SqliteStoreProvider).Assembly.GetName().Name)
                .MigrationsHistoryTable(DotdigitalDbContext.MigrationsTable))
            .AddInterceptors(new StoreFailures())
            .Options;

    /// <summary>Reads a connection string.</summary>
    /// <exception cref="ArgumentException">It is malformed, or names no file.</exception>
    public static SqliteConnectionStringBuilder Check(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var settings = new SqliteConnectionStringBuilder(connectionString);
        if (string.IsNullOrWhiteSpace(settings.DataSource) || settings.Mode == SqliteOpenMode.Memory || settings.DataSource.Contains(":memory:", StringComparison.Ordinal))
        {
            throw new ArgumentException(
                "The store needs a database file: name one with 'Data Source=...'. For a store in memory use InMemorySyncStore.", nameof(connectionString));
        }

        return settings;
    }

    public async Task<StoreSession> OpenAsync(CancellationToken cancellationToken)
    {
        var context = new DotdigitalDbContext(_options);
        try
        {
            await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            var connection = (SqliteConnection)context.Database.GetDbConnection();
            await SetPragmasAsync(connection, cancellationToken).ConfigureAwait(false);
            return new SqliteSession(context, connection, _writers, _timeout, SingleRunnerName);
        }
        catch (SqliteException failed) when (StoreFailures.ProblemOf(failed) is { } problem)
        {
            await context.DisposeAsync().ConfigureAwait(false);
            throw new StoreUnavailableException(SingleRunnerName, problem, failed);
        }
        catch
        {
            await context.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if (!_path.StartsWith("file:", StringComparison.OrdinalIgnoreCase) && !_path.StartsWith('|') && Path.GetDirectoryName(Path.GetFullPath(_path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var context = new DotdigitalDbContext(_options);
        await using var closing = context.ConfigureAwait(false);
        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await SetPragmasAsync((SqliteConnection)context.Database.GetDbConnection(), cancellationToken).ConfigureAwait(false);
        var pending = await context.Database.GetPendingMigrationsAsync(cancellationToken).ConfigureAwait(false);
        if (!pending.Any())
        {
            return;
        }

        await SqliteMigrations.ApplyAsync(context, (SqliteConnection)context.Database.GetDbConnection(), cancellationToken).ConfigureAwait(false);
    }

    public string CreateMigrationScript()
    {
        using var context = new DotdigitalDbContext(_options);
        return context.GetService<IMigrator>().GenerateScript();
    }

    /// <summary>Closes the file. Units of work that are still open close theirs when they end.</summary>
    public void Dispose()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>
    /// FULL: a commit is on the disk when it returns. With NORMAL a loss of power could take back the record of a batch that Dotdigital has accepted.
    /// </summary>
    private async Task SetPragmasAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using var closing = command.ConfigureAwait(false);
        command.CommandText = _isWal ? "PRAGMA synchronous = FULL" : "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL";
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        _isWal = true;
    }
}
