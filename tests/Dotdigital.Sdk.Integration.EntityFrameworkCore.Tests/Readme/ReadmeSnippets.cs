using Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Readme;

/// <summary>The README's code, compiled: a test compares it with the README line by line.</summary>
internal static class ReadmeSnippets
{
    public static async Task HostAsync(HostApplicationBuilder builder)
    {
        // snippet: host
        builder.Services.AddDbContext<ShopContext>(options => options.UseSqlite("Data Source=shop.db"));
        builder.Services
            .AddDotdigitalIntegration(builder.Configuration.GetSection("Dotdigital"))
            .AddMarketingList<ShopContext, Customer>("newsletter", list => list
                .Where(c => c.IsActive)                                  // the segment: who leaves it leaves the address book
                .OptedOutWhen(c => !c.AcceptsMarketing)                  // the person's own no: told to Dotdigital first of all
                .OnOptOut((c, why) => c.AcceptsMarketing = false)        // and Dotdigital's no, told to the shop
                .ConnectTo(account: "main", addressBook: "Newsletter", create: true)
                .Email(c => c.Email)
                .Map("FIRSTNAME", c => c.FirstName)
                .Map("FULLNAME", c => c.FirstName, c => c.LastName)      // composite
                .Map("TOWN", c => c.Address!.Town))                      // through a relation, and tracked
            .UseChangesIn<ShopContext>()                                 // changes are recorded in the shop's own transaction
            .UseSqliteStore("Data Source=dotdigital.db")
            .AddScheduler();

        var app = builder.Build();
        await app.Services.MigrateDotdigitalAsync();
        await app.RunAsync();
        // end
    }

    public static async Task ClientAsync(IServiceCollection services, string password, IDotdigitalClient client, CancellationToken cancellationToken)
    {
        // snippet: client
        services.AddDotdigitalClient(options =>
        {
            options.UserName = "apiuser-...@apiconnector.com";
            options.Password = password;
        });

        await foreach (var book in client.AddressBooks.GetAllAsync(cancellationToken))
        {
            Console.WriteLine($"{book.Name}: {book.Contacts}");
        }
        // end
    }

    internal sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
    {
        public DbSet<Customer> Customers => Set<Customer>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseDotdigitalChanges();
    }

    internal sealed class Customer
    {
        public int Id { get; set; }

        public string? Email { get; set; }

        public string? FirstName { get; set; }

        public string? LastName { get; set; }

        public bool IsActive { get; set; }

        public bool AcceptsMarketing { get; set; }

        public Address? Address { get; set; }
    }

    internal sealed class Address
    {
        public int Id { get; set; }

        public string? Town { get; set; }
    }
}
