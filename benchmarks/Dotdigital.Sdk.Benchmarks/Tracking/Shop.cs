using System.Globalization;
using Dotdigital.Sdk.Integration;
using Dotdigital.Sdk.Integration.EntityFrameworkCore;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Benchmarks.Tracking;

/// <summary>A host with 1,000 customers in a SQLite file, all of them tracked by its context.</summary>
internal sealed class Shop : IDisposable
{
    private const int Entities = 1000;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dotdigital-tracking-");
    private readonly ServiceProvider _services;
    private readonly IServiceScope _scope;
    private readonly CustomerContext _context;
    private readonly List<Customer> _customers;
    private int _turn;

    public Shop(bool isTracked)
    {
        var collection = new ServiceCollection().AddLogging();
        collection.AddDbContext<CustomerContext>(options => options.UseSqlite($"Data Source={_folder.FullName}/shop.db"));
        if (isTracked)
        {
            collection
                .AddDotdigitalIntegration(static _ => { })
                .UseSqliteStore($"Data Source={_folder.FullName}/store.db")
                .AddMarketingList<CustomerContext, Customer>("list", static list => list
                    .Email(static c => c.Email).Map("FIRSTNAME", static c => c.FirstName).Map("LASTNAME", static c => c.LastName))
                .UseChangesIn<CustomerContext>();
        }

        _services = collection.BuildServiceProvider();
        if (isTracked)
        {
            _services.MigrateDotdigitalAsync().GetAwaiter().GetResult();
        }

        _scope = _services.CreateScope();
        _context = _scope.ServiceProvider.GetRequiredService<CustomerContext>();
        _context.Database.EnsureCreated();
        _context.Customers.AddRange(Enumerable.Range(1, Entities).Select(static n => new Customer { Id = n, Email = string.Create(CultureInfo.InvariantCulture, $"person{n}@example.com") }));
        _context.SaveChanges();
        _customers = [.. _context.Customers];
    }

    public int Save(HostChange change)
    {
        _turn++;
        foreach (var customer in _customers)
        {
            if (change == HostChange.Unmapped)
            {
                customer.Visits = _turn;
            }
            else if (change == HostChange.Mapped)
            {
                customer.FirstName = _turn % 2 == 0 ? "Even" : "Odd";
            }
        }

        return _context.SaveChanges();
    }

    public void EmptyLog() => _context.Set<DotdigitalFieldChange>().ExecuteDelete();

    public void Dispose()
    {
        _scope.Dispose();
        _services.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
