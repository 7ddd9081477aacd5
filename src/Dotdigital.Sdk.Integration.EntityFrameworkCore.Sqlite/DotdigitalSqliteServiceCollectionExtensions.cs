using Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite.Storage;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite;

/// <summary>Registers the SQLite store.</summary>
public static class DotdigitalSqliteServiceCollectionExtensions
{
    /// <summary>
    /// Makes a SQLite file the engine's store (<see cref="ISyncStore"/>), in place of any registered before; of several calls the last one counts.
    /// Call <see cref="DotdigitalStoreMigrationExtensions.MigrateDotdigitalAsync"/> on the built provider before the engine starts.
    /// </summary>
    /// <example><code>
    /// builder.Services.AddDotdigitalSqliteStore("Data Source=dotdigital.db");
    /// var app = builder.Build();
    /// await app.Services.MigrateDotdigitalAsync();
    /// </code></example>
    /// <param name="services">The services.</param>
    /// <param name="connectionString">
    /// A connection string of Microsoft.Data.Sqlite that names a file. <c>Default Timeout</c> (seconds, 30 unless set, 0 for ever) is how long a writer
    /// waits for other writers. The file may be one that the host uses too: all tables begin with <c>dotdigital_</c>.
    /// </param>
    /// <exception cref="ArgumentException">The connection string names no file.</exception>
    public static IServiceCollection AddDotdigitalSqliteStore(this IServiceCollection services, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(services);

        // A wrong connection string fails here, not at the first use.
        SqliteStoreProvider.Check(connectionString);
        services.RemoveAll<IStoreProvider>();
        services.RemoveAll<ISyncStore>();
        services.AddSingleton<IStoreProvider>(_ => new SqliteStoreProvider(connectionString));
        services.AddSingleton<ISyncStore>(static provider => new EntityFrameworkSyncStore(provider.GetRequiredService<IStoreProvider>()));
        return services;
    }
}
