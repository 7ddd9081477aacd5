using Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Benchmarks.Tracking;

/// <summary>A host's context with the change table.</summary>
public sealed class CustomerContext(DbContextOptions<CustomerContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseDotdigitalChanges();
}
