using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Hosting;

/// <summary>The host of the adapter's tests; without a change table.</summary>
public class ShopContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Address> Addresses => Set<Address>();

    public DbSet<Order> Orders => Set<Order>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Customer>(customer =>
        {
            customer.OwnsOne(c => c.Home);
            customer.ComplexProperty(c => c.Preferences);
            customer.HasOne(c => c.Address).WithMany().HasForeignKey(c => c.AddressId).OnDelete(DeleteBehavior.SetNull);
            customer.HasOne(c => c.Card).WithOne().HasForeignKey<Card>(c => c.CustomerId);
            customer.HasMany(c => c.Orders).WithOne().HasForeignKey(o => o.CustomerId);
            customer.Property(c => c.Version).IsConcurrencyToken();
        });
    }
}
