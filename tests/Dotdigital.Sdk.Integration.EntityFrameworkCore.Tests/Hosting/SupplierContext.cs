using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Hosting;

/// <summary>A host whose records cannot be made from an email alone.</summary>
public sealed class SupplierContext(DbContextOptions<SupplierContext> options) : ShopContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Supplier>().Property(supplier => supplier.Note).ValueGeneratedOnAddOrUpdate();
    }
}
