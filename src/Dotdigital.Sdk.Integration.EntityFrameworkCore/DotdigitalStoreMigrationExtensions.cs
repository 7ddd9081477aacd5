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
        var provider = services.GetService<IStoreProvider>() ?? throw new InvalidOperationException(
            "No EF Core store of Dotdigital.Sdk is registered: call AddDotdigitalSqliteStore, or another provider's method, on the service collection first.");
        return provider.MigrateAsync(cancellationToken);
    }
}
