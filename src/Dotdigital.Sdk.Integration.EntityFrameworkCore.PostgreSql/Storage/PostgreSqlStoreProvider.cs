using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Storage;

/// <summary>
/// The store in a PostgreSQL database: readers never wait, writers of one account take turns, those of different accounts never meet.
/// Every provider has a pool of connections of its own.
/// </summary>
internal sealed class PostgreSqlStoreProvider : IStoreProvider, IDisposable, IAsyncDisposable
{
    private const int DefaultPoolSize = 30;
    private const int StatementFactor = 10;

    // Without a connection, which would make EF Core build its model again for each provider.
    private static readonly DbContextOptions<DotdigitalDbContext> Options = Configure(new DbContextOptionsBuilder<DotdigitalDbContext>().UseNpgsql(Configure)).AddInterceptors(new StoreFailures()).Options;

    private readonly NpgsqlDataSource _source;
    private readonly WriterTurns _turns = new();
    private readonly AnalyzeLog _analyze;
    private readonly TimeSpan _wait;

    public PostgreSqlStoreProvider(string connectionString, ILogger<PostgreSqlStoreProvider>? logger = null)
    {
        _analyze = new AnalyzeLog(logger ?? NullLogger<PostgreSqlStoreProvider>.Instance);
        var settings = Check(connectionString);
        _wait = settings.CommandTimeout > 0 ? TimeSpan.FromSeconds(settings.CommandTimeout) : Timeout.InfiniteTimeSpan;

        // A statement over a whole list takes longer than one should wait for a turn.
        settings.CommandTimeout = (int)Math.Min(int.MaxValue / 1000, (long)settings.CommandTimeout * StatementFactor);
        settings.ApplicationName ??= "Dotdigital.Sdk";
        if (!settings.ContainsKey("Maximum Pool Size"))
        {
            settings.MaxPoolSize = Math.Max(DefaultPoolSize, settings.MinPoolSize);
        }

        _source = NpgsqlDataSource.Create(settings);
    }

    public string NowMilliseconds => "CAST(floor(extract(epoch FROM clock_timestamp()) * 1000) AS bigint)";

    /// <summary>The options that migrations are made with.</summary>
    public static DbContextOptions<DotdigitalDbContext> CreateOptions(string connectionString) =>
        Configure(new DbContextOptionsBuilder<DotdigitalDbContext>().UseNpgsql(connectionString, Configure)).Options;

    /// <summary>Reads a connection string.</summary>
    /// <exception cref="ArgumentException">It is malformed, or names no host or database.</exception>
    public static NpgsqlConnectionStringBuilder Check(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (string.IsNullOrWhiteSpace(settings.Host) || string.IsNullOrWhiteSpace(settings.Database))
        {
            throw new ArgumentException("The store needs a PostgreSQL database: name one with 'Host=...;Database=...'.", nameof(connectionString));
        }

        return settings;
    }

    public async Task<StoreSession> OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var session = new PostgreSqlSession(CreateContext(), _turns, _analyze, _wait);
        try
        {
            await session.OpenAsync(cancellationToken).ConfigureAwait(false);
            return session;
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        var context = CreateContext();
        await using var closing = context.ConfigureAwait(false);

        // No write, and no right to write, is needed where a database administrator has run the script.
        var pending = await context.Database.GetPendingMigrationsAsync(cancellationToken).ConfigureAwait(false);
        if (pending.Any())
        {
            await PostgreSqlMigrations.ApplyAsync(context, cancellationToken).ConfigureAwait(false);
        }
    }

    public string CreateMigrationScript()
    {
        using var context = CreateContext();
        return PostgreSqlMigrations.Script(context);
    }

    /// <summary>Closes the pool. Units of work that are still open close their connections when they end.</summary>
    public void Dispose() => _source.Dispose();

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private DotdigitalDbContext CreateContext()
    {
        var context = new DotdigitalDbContext(Options);
        context.Database.SetDbConnection(_source.CreateConnection(), contextOwnsConnection: true);
        return context;
    }

    private static void Configure(NpgsqlDbContextOptionsBuilder postgres) => postgres
        .MigrationsAssembly(typeof(PostgreSqlStoreProvider).Assembly.GetName().Name)
        .MigrationsHistoryTable(DotdigitalDbContext.MigrationsTable);

    private static DbContextOptionsBuilder<DotdigitalDbContext> Configure(DbContextOptionsBuilder<DotdigitalDbContext> options) =>
        options.ReplaceService<IModelCustomizer, PostgreSqlModelCustomizer>();
}
