using Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Hosting;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;
using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Tracking;

/// <summary>A tracked host with one customer of everything, its change log empty.</summary>
public sealed class TrackedShop<TContext> : IAsyncDisposable
    where TContext : ShopContext
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public ListedChangeLog Log { get; } = new();

    public required ServiceProvider Services { get; init; }

    public static async Task<TrackedShop<TContext>> OpenAsync(params IMappingTrackedFieldsHandler[] handlers)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        var builder = new DotdigitalIntegrationBuilder(services);
        builder.AddMarketingList<TContext, Customer>("newsletter", list => list
            .Email(c => c.Email)
            .Map("FIRSTNAME", c => c.FirstName)
            .Map("TOWN", c => c.Address!.Town)
            .Map("COUNTRY", c => c.Address!.Country!.Name)
            .Map("STREET", c => c.Home!.Street)
            .Map("COLOUR", c => c.Preferences.Colour)
            .Map("CARD", c => c.Card!.Number)
            .Map("LASTORDER", c => c.Orders.Max(o => o.PlacedAt)));
        if (typeof(TContext) == typeof(TrackedShopContext))
        {
            builder.UseChangesIn<TContext>();
        }

        // Tracking is attached twice on purpose: calling it twice is harmless.
        builder.TrackChangesIn<TContext>();
        foreach (var handler in handlers)
        {
            services.AddSingleton(handler);
        }

        // The lists' tracked fields as the engine makes them.
        services.AddSingleton<ITrackedFields>(provider => new FieldsOfLists(
            provider.GetServices<MarketingLists.MarketingList>(), provider.GetServices<IMappingTrackedFieldsHandler>()));
        TrackedShop<TContext>? shop = null;
        services.AddDbContext<TContext>((provider, options) => options
            .UseSqlite(shop!._connection)
            .UseDotdigitalTracking(provider)
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.AmbientTransactionWarning)));
        if (typeof(TContext) != typeof(TrackedShopContext))
        {
            services.AddSingleton<IFieldChangeLog>(_ => shop!.Log);
        }

        shop = new TrackedShop<TContext> { Services = services.BuildServiceProvider() };
        await shop._connection.OpenAsync();
        await shop.ChangeAsync(context =>
        {
            context.Database.EnsureCreated();
            context.AddRange(
                new Customer
                {
                    Id = 1,
                    FirstName = "Ann",
                    Address = new() { Id = 10, Town = "York", Country = new() { Id = new Guid("00000000-0000-0000-0000-00000000000a"), Name = "UK" } },
                    Home = new() { Street = "High Street" },
                    Card = new() { Id = 30, Number = "C1" },
                    Orders = { new() { Id = 40 } },
                },
                new Customer { Id = 2, FirstName = "Bob", AddressId = 10 },
                new Address { Id = 11, Town = "Leeds" });
        });
        await shop.ForgetAsync();
        return shop;
    }

    public AsyncServiceScope Scope() => Services.CreateAsyncScope();

    public async Task<int> ChangeAsync(Action<TContext> change)
    {
        await using var scope = Scope();
        var context = scope.ServiceProvider.GetRequiredService<TContext>();
        change(context);
        return await context.SaveChangesAsync();
    }

    /// <summary>What was recorded: <c>path:key</c>, in order of text.</summary>
    public async Task<string> RecordedAsync()
    {
        var changes = await Services.GetRequiredService<IFieldChangeLog>().ReadAsync(0, 1_000, CancellationToken.None);
        Assert.All(changes, change => Assert.Equal("Customer", change.RootEntity));
        return string.Join(' ', changes.Select(change => $"{change.Path}:{change.Key}").Order(StringComparer.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task ForgetAsync()
    {
        var log = Services.GetRequiredService<IFieldChangeLog>();
        await log.DeleteAsync([.. (await log.ReadAsync(0, 1_000, CancellationToken.None)).Select(change => change.Sequence)], CancellationToken.None);
    }
}
