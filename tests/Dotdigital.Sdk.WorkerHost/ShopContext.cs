using Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.WorkerHost;

/// <summary>The shop, in a database of its own: not the engine's.</summary>
public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    /// <summary>Opens a shop.</summary>
    public static ShopContext Open(string connectionString) => new(new DbContextOptionsBuilder<ShopContext>().UseNpgsql(connectionString).Options);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<Customer>(static customer =>
        {
            customer.ToTable("customers");
            customer.Property(static row => row.Id).HasColumnName("id");
            customer.Property(static row => row.Email).HasColumnName("email");
            customer.Property(static row => row.FirstName).HasColumnName("first_name");
        });
        modelBuilder.UseDotdigitalChanges();
    }
}
