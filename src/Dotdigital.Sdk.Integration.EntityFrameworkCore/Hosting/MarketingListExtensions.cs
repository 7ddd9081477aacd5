using Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;
using Dotdigital.Sdk.Integration.MarketingLists;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>Declares marketing lists over the host's own DbContext.</summary>
public static class MarketingListExtensions
{
    /// <summary>
    /// Adds a marketing list whose items are records of an entity. It reads through <see cref="IDbContextFactory{TContext}"/> where one is registered, else
    /// through the scope's context. What only the model can tell (the key, whether an expression becomes SQL) is checked at the host's start.
    /// </summary>
    /// <example><code>
    /// .AddMarketingList&lt;ShopContext, Customer&gt;("newsletter", list => list
    ///     .Where(c => c.IsActive)
    ///     .Email(c => c.Email)
    ///     .Map("FIRSTNAME", c => c.FirstName)
    ///     .ConnectTo(account: "main", addressBook: "Newsletter", create: true))
    /// </code></example>
    /// <param name="builder">The integration.</param>
    /// <param name="name">The list's name, 1 to 100 characters, unique; part of stored keys, so a renamed list is another list.</param>
    /// <param name="configure">Declares the list.</param>
    /// <exception cref="MarketingListDefinitionException">The declaration has mistakes; all are told at once.</exception>
    public static DotdigitalIntegrationBuilder AddMarketingList<TContext, TEntity>(
        this DotdigitalIntegrationBuilder builder, string name, Action<MarketingListBuilder<TEntity>> configure)
        where TContext : DbContext
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var draft = new MarketingListDraft<TEntity>();
        configure(new MarketingListBuilder<TEntity>(draft));
        object?[] registered = [.. builder.Services.Select(static service => service.IsKeyedService ? null : service.ImplementationInstance)];
        var (definition, list) = new MarketingListChecker<TEntity>(name, draft).Check(
            [.. registered.OfType<MarketingList>()], [.. registered.OfType<ItemKeyChoice>()]);
        var hasWriter = definition.OnOptOut is not null || definition.OnOptBackIn is not null || definition.CreateEntities || list.Mapping.Any(static row => row.IsTwoWay);
        builder.Services.AddSingleton(list with
        {
            Source = scope => new EntityMarketingListSource<TContext, TEntity>(new(scope), definition),
            Writer = hasWriter ? scope => new EntityMarketingListWriter<TContext, TEntity>(new(scope), definition) : null,
        });
        builder.Services.AddSingleton(new ItemKeyChoice(list.Entity, definition.KeyProperty));
        builder.Services.AddSingleton<IHostModelCheck>(new MarketingListModelCheck<TContext, TEntity>(definition, list.Mapping));
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, HostModelStartupCheck>());
        builder.Services.TryAddSingleton<DotdigitalChangeInterceptor>();
        return builder;
    }
}
