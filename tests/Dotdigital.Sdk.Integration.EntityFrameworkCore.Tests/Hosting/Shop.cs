using Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;
using Dotdigital.Sdk.Integration.MarketingLists;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Hosting;

/// <summary>A host with a database of its own, in memory.</summary>
public sealed class Shop : IAsyncDisposable
{
    private readonly SqliteConnection _connection;

    private Shop(SqliteConnection connection, ServiceProvider services, CommandLog log)
    {
        _connection = connection;
        Services = services;
        Log = log;
    }

    public ServiceProvider Services { get; }

    public CommandLog Log { get; }

    public MarketingList List => Services.GetRequiredService<MarketingList>();

    public IMarketingListSource Source => List.Source(Services.CreateScope().ServiceProvider);

    public static async Task<Shop> OpenAsync(Action<MarketingListBuilder<Customer>> list, Action<IServiceCollection>? also = null, bool factory = false)
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        var log = new CommandLog();
        var services = new ServiceCollection();
        services.AddLogging();
        void Configure(DbContextOptionsBuilder options) => options.UseSqlite(connection).AddInterceptors(log);
        _ = factory ? services.AddDbContextFactory<ShopContext>(Configure) : services.AddDbContext<ShopContext>(Configure);
        new DotdigitalIntegrationBuilder(services).AddMarketingList<ShopContext, Customer>("newsletter", list);
        also?.Invoke(services);
        var shop = new Shop(connection, services.BuildServiceProvider(), log);
        await shop.ChangeAsync(context => context.Database.EnsureCreated());
        log.Commands.Clear();
        return shop;
    }

    public async Task ChangeAsync(Action<ShopContext> change)
    {
        await using var scope = Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ShopContext>();
        change(context);
        await context.SaveChangesAsync();
        Log.Commands.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
