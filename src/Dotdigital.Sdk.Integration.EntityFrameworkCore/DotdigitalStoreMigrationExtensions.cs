using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore;

/// <summary>Brings the store's tables up to date.</summary>
public static class DotdigitalStoreMigrationExtensions
{
    /// <summary>
    /// Applies the migrations of the registered store that its database lacks. To be called before the engine starts; safe to call at every start and
    /// from several processes at once.
    /// </summary>
    /// <exception cref="InvalidOperationException">No EF Core store is registered.</exception>
    public static Task MigrateDotdigitalAsync(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(services);
        return Provider(services).MigrateAsync(cancellationToken);
    }

    /// <summary>
    /// The SQL that creates the registered store's tables, for a database administrator who lets no application change a schema; after it,
    /// <see cref="MigrateDotdigitalAsync"/> finds nothing to do and needs no right to. PostgreSQL's script holds every migration and skips those that are
    /// applied, so that it can be run again for each new version; SQLite's is for a new file and fails on any other. Needs no connection.
    /// </summary>
    /// <exception cref="InvalidOperationException">No EF Core store is registered.</exception>
    public static string GetDotdigitalMigrationScript(this IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return Provider(services).CreateMigrationScript();
    }

    private static IStoreProvider Provider(IServiceProvider services) => services.GetService<IStoreProvider>() ?? throw new InvalidOperationException(
        "No EF Core store of Dotdigital.Sdk is registered: call AddDotdigitalSqliteStore, or another provider's method, on the service collection first.");
}
