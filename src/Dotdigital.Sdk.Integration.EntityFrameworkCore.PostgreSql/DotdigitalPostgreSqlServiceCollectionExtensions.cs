using Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Storage;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql;

/// <summary>Registers the PostgreSQL store.</summary>
public static class DotdigitalPostgreSqlServiceCollectionExtensions
{
    /// <summary>
    /// Makes a PostgreSQL database (13 or newer) the engine's store (<see cref="ISyncStore"/>), in place of any registered before; of several calls the
    /// last one counts. Call <see cref="DotdigitalStoreMigrationExtensions.MigrateDotdigitalAsync"/> on the built provider before the engine starts.
    /// </summary>
    /// <example><code>
    /// builder.Services.AddDotdigitalPostgreSqlStore("Host=db;Database=shop;Username=sync;Password=...");
    /// var app = builder.Build();
    /// await app.Services.MigrateDotdigitalAsync();
    /// </code></example>
    /// <param name="services">The services.</param>
    /// <param name="connectionString">
    /// A connection string of Npgsql that names a host and a database. <c>Command Timeout</c> (seconds, 30 unless set, 0 for ever) is how long a writer
    /// waits for other writers of the same account; a statement at work may take ten times as long. <c>Maximum Pool Size</c> is 30 unless set.
    /// <c>Search Path</c> chooses the schema. The database may be one that the host uses too: all tables begin with <c>dotdigital_</c>.
    /// The role should own the tables, or have MAINTAIN on them (PostgreSQL 17): the store has a list's staged keys analyzed before it joins them, which
    /// is left to the server's autovacuum otherwise.
    /// </param>
    /// <exception cref="ArgumentException">The connection string is malformed, or names no host or database.</exception>
    public static IServiceCollection AddDotdigitalPostgreSqlStore(this IServiceCollection services, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(services);

        // A wrong connection string fails here, not at the first use.
        PostgreSqlStoreProvider.Check(connectionString);
        services.RemoveAll<IStoreProvider>();
        services.RemoveAll<ISyncStore>();
        services.AddSingleton<IStoreProvider>(provider => new PostgreSqlStoreProvider(connectionString, provider.GetService<ILogger<PostgreSqlStoreProvider>>()));
        services.AddSingleton<ISyncStore>(static provider => new EntityFrameworkSyncStore(provider.GetRequiredService<IStoreProvider>()));
        return services;
    }
}
