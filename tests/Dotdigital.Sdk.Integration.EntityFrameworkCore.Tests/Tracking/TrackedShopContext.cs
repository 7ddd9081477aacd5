using Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Hosting;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Tracking;

/// <summary>The same host with the change table in its context.</summary>
public sealed class TrackedShopContext(DbContextOptions options) : ShopContext(options)
{
    public DbSet<DotdigitalFieldChange> Changes => Set<DotdigitalFieldChange>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.UseDotdigitalChanges();
    }
}
