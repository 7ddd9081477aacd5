using Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;
using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;

/// <summary>Follows the changes of mapped fields that pass through the host's DbContext (rule TR-2).</summary>
public static class DotdigitalTrackingExtensions
{
    /// <summary>
    /// Records changes of tracked fields on each save of this context. Call it last, after other interceptors that change entities. Calling it twice is
    /// harmless. What bypasses the change tracker (<c>ExecuteUpdate</c>, SQL) is not seen: use <see cref="IFieldChangeRecorder"/> or a refresh (rule TR-4).
    /// </summary>
    /// <example><code>
    /// services.AddDbContext&lt;ShopContext&gt;((provider, options) => options.UseSqlServer(connection).UseDotdigitalTracking(provider));
    /// </code></example>
    /// <param name="options">The context's options.</param>
    /// <param name="services">The provider that AddDbContext passes in.</param>
    /// <exception cref="InvalidOperationException">No marketing list was added to these services.</exception>
    public static DbContextOptionsBuilder UseDotdigitalTracking(this DbContextOptionsBuilder options, IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(services);
        var interceptor = services.GetService<DotdigitalChangeInterceptor>() ?? throw new InvalidOperationException(
            "UseDotdigitalTracking has nothing to track: call AddDotdigitalIntegration().AddMarketingList(...) on the same services first.");
        var present = options.Options.FindExtension<CoreOptionsExtension>()?.Interceptors;
        return present?.Contains(interceptor) is true ? options : options.AddInterceptors(interceptor);
    }

    /// <summary>The same for a context that is registered elsewhere with AddDbContext or AddDbContextFactory, before or after this call.</summary>
    public static DotdigitalIntegrationBuilder TrackChangesIn<TContext>(this DotdigitalIntegrationBuilder builder)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<DotdigitalChangeInterceptor>();
        builder.Services.ConfigureDbContext<TContext>(static (services, options) => options.UseDotdigitalTracking(services));
        return builder;
    }

    /// <summary>
    /// Keeps the change log in the host's own database, in the table of <see cref="UseDotdigitalChanges"/>: changes are then part of the host's own
    /// transactions, and none is lost. The way for production (rule TR-2).
    /// </summary>
    public static DotdigitalIntegrationBuilder UseChangesIn<TContext>(this DotdigitalIntegrationBuilder builder)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<IFieldChangeLog, HostFieldChangeLog<TContext>>());
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostModelCheck, ChangeTableCheck<TContext>>());
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, HostModelStartupCheck>());
        return builder.TrackChangesIn<TContext>();
    }

    /// <summary>
    /// Adds the change table <c>dotdigital_host_changes</c> to the host's model; call it in OnModelCreating and add a migration. No table of the engine's store has
    /// that name: both may be in one database and schema. For another name or schema say <c>modelBuilder.Entity&lt;DotdigitalFieldChange&gt;().ToTable(name, schema)</c> after it.
    /// </summary>
    public static ModelBuilder UseDotdigitalChanges(this ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        return modelBuilder.Entity<DotdigitalFieldChange>(static change =>
        {
            change.ToTable("dotdigital_host_changes");
            change.HasKey(static row => row.Id);
            change.Property(static row => row.Id).HasColumnName("id").ValueGeneratedOnAdd();
            change.Property(static row => row.RootEntity).HasColumnName("root_entity").HasMaxLength(200);
            change.Property(static row => row.Path).HasColumnName("path").HasMaxLength(400);
            change.Property(static row => row.Key).HasColumnName("key").HasMaxLength(200);
            change.Property(static row => row.Account).HasColumnName("account").HasMaxLength(64);
        });
    }
}
