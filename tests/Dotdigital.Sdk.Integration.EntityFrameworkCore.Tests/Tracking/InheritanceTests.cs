using Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Tracking;

/// <summary>Lists over a table of several kinds of records (rule TR-1).</summary>
public sealed class InheritanceTests
{
    [Theory]
    [InlineData("Person", "Name", "Person::1 Person::2")]
    [InlineData("Member", "Name", "Member::2")]
    [InlineData("Member", "Level", "Member::2")]
    public void TR1_AListOfAKind_FollowsItsOwnAndInheritedFields(string root, string field, string recorded)
    {
        using var context = new ClubContext();
        var guest = new Person { Id = 1, Name = "Ann" };
        var member = new Member { Id = 2, Name = "Bob" };
        context.AttachRange(guest, member);
        (guest.Name, member.Name, member.Level) = ("Eve", "Rob", 3);

        var found = ChangeDetection.Run(context, new TrackingPlan(context.Model, [new() { Entity = root, Field = field, RootEntity = root }], new Dictionary<string, string?>()));

        Assert.Equal(recorded, string.Join(' ', found.Changes.Select(change => $"{change.RootEntity}:{change.Path}:{change.Key}").Order(StringComparer.Ordinal)));
    }

    private class Person
    {
        public int Id { get; set; }

        public string? Name { get; set; }
    }

    private sealed class Member : Person
    {
        public int Level { get; set; }
    }

    private sealed class ClubContext : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=:memory:");

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Person>();
            modelBuilder.Entity<Member>();
        }
    }
}
