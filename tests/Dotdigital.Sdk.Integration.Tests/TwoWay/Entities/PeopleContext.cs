using Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.Tests.TwoWay.Entities;

/// <summary>The host's own database, with the change table in it.</summary>
internal sealed class PeopleContext(DbContextOptions<PeopleContext> options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.UseDotdigitalChanges();
        modelBuilder.Entity<Branch>();
        modelBuilder.Entity<Person>(static person =>
        {
            person.Property(static p => p.FirstName).HasMaxLength(20);
            person.ToTable("people", static table => table.HasCheckConstraint("few_points", "\"Points\" <= 1000"));
        });
    }
}
