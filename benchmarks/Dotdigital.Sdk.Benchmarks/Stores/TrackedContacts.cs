using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Benchmarks.Stores;

/// <summary>The store's contact table as an EF Core host would have it: tracked entities.</summary>
internal sealed class TrackedContacts(DbContextOptions<TrackedContacts> options) : DbContext(options)
{
    public DbSet<StoredContact> Contacts => Set<StoredContact>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<StoredContact>().HasKey(static contact => new { contact.AccountId, contact.Id });
}
