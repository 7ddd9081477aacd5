using Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dotdigital.Sdk.Integration.Tests.TwoWay.Entities;

/// <summary>
/// A host with EF Core: its people in a database of its own, two lists of them, the engine beside it, and the account over HTTP. Everybody is a customer,
/// Ann is a member too; who is created from Dotdigital is a customer.
/// </summary>
internal sealed class PeopleHost : IAsyncDisposable
{
    public const string Ann = "ann@example.com";
    public const string Bob = "bob@example.com";

    private readonly StoreUnderTest _database;

    private PeopleHost(StoreUnderTest database, SyncBench bench) => (_database, Bench) = (database, bench);

    public SyncBench Bench { get; }

    /// <summary>A host that is settled, nobody of it written to.</summary>
    public static async Task<PeopleHost> StartAsync(TwoWayConflicts conflicts = TwoWayConflicts.DotdigitalWins, Action<Person, NewItem>? initialize = null)
    {
        var database = await StoreUnderTest.CreateEmptyAsync();
        var bench = await SyncBench.StartAsync([], extend: builder =>
        {
            builder.Services.AddDbContext<PeopleContext>(options => database.Use(options));
            builder.UseChangesIn<PeopleContext>();
            builder.AddMarketingList<PeopleContext, Person>("customers", list => list
                .Where(static p => p.IsActive)
                .Email(static p => p.Email)
                .Map("FIRSTNAME", static p => p.FirstName, twoWay: true)
                .Map("TOWN", static p => p.Town, twoWay: true)
                .Map("POINTS", static p => p.Points, twoWay: true)
                .Map("LASTNAME", static p => p.Branch!.Name)
                .OnTwoWayConflict(conflicts)
                .CreateEntities(initialize)
                .ConnectTo(SyncBench.Id.Value, "Customers", create: true));
            builder.AddMarketingList<PeopleContext, Person>("members", static list => list
                .Where(static p => p.IsActive && p.IsMember)
                .Email(static p => p.Email)
                .Map("FULLNAME", static p => p.FirstName, static p => p.Town)
                .ConnectTo(SyncBench.Id.Value, "Members", create: true));
        });
        var host = new PeopleHost(database, bench);
        await host.FillAsync();
        foreach (var service in bench.Services.GetServices<IHostedService>())
        {
            await service.StartAsync(SyncBench.Cancel);
        }

        await bench.RunUntilQuietAsync();
        await bench.ProcessChangesAsync();
        bench.Wait(10);
        bench.Remote.ClearRequests();
        return host;
    }

    /// <summary>Somebody works with the host.</summary>
    public async Task ChangeAsync(Action<PeopleContext> change)
    {
        await using var scope = Bench.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<PeopleContext>();
        change(context);
        await context.SaveChangesAsync(SyncBench.Cancel);
    }

    /// <summary>Somebody changes a person, and the change is processed.</summary>
    public async Task EditAsync(string email, Action<Person> edit)
    {
        await ChangeAsync(context => edit(context.People.Single(person => person.Email == email)));
        await Bench.ProcessChangesAsync();
    }

    /// <summary>The person of an address, who must be one.</summary>
    public async Task<Person> FindAsync(string email)
    {
        await using var scope = Bench.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PeopleContext>().People.AsNoTracking().SingleAsync(person => person.Email == email, SyncBench.Cancel);
    }

    public async Task<int> CountAsync()
    {
        await using var scope = Bench.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PeopleContext>().People.CountAsync(SyncBench.Cancel);
    }

    /// <summary>The value of a person's data field in Dotdigital.</summary>
    public object? Remote(string email, string dataField) => Bench.Remote.Contact(email)!.DataFields.GetValueOrDefault(dataField);

    /// <summary>Import files sent since the host was settled.</summary>
    public int Imports() => Bench.Remote.CountOf("ApiContactImport_ImportContactsToAddressBook");

    public async ValueTask DisposeAsync()
    {
        await Bench.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task FillAsync()
    {
        await using var scope = Bench.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<PeopleContext>();
        await context.Database.EnsureCreatedAsync(SyncBench.Cancel);
        context.AddRange(
            new Person { Email = Ann, FirstName = "Ann", Town = "York", Points = 1, IsMember = true, Branch = new Branch { Name = "North" } },
            new Person { Email = Bob, FirstName = "Bob", Town = "Leeds", Points = 2 });
        await context.SaveChangesAsync(SyncBench.Cancel);
    }
}
