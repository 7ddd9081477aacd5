using Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;
using Microsoft.EntityFrameworkCore;

namespace Quickstart.Shop;

/// <summary>The shop's own database. The last line of the model is all that the integration asks of it.</summary>
public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Address> Addresses => Set<Address>();

    public DbSet<StoryMark> Story => Set<StoryMark>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Customer>(customer =>
        {
            customer.Property(c => c.Id).ValueGeneratedNever();
            customer.Property(c => c.NormalizedEmail).HasComputedColumnSql("lower(trim(\"Email\"))", stored: true);
            customer.HasIndex(c => c.NormalizedEmail);
        });
        modelBuilder.Entity<Address>().Property(a => a.Id).ValueGeneratedNever();
        modelBuilder.Entity<StoryMark>().HasKey(mark => mark.Act);
        modelBuilder.UseDotdigitalChanges();
    }
}
