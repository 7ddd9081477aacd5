using Xunit;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Hosting;

/// <summary>What can be mapped of an entity without a line of code, and that its values still are one statement.</summary>
public sealed class EntityFieldCatalogueTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetFields_AreTheModels_WithPathsThroughRelations_AndWhatCodeNames()
    {
        await using var shop = await OpenAsync();

        var fields = (await shop.Source.GetFieldsAsync(Cancel))!.ToDictionary(static field => field.Name);

        Assert.Superset(
            new HashSet<string> { "Id", "FirstName", "Points", "Birthday", "Tier", "Address.Town", "Address.Country.Name", "Home.Street", "Preferences.Colour", "Card.Number", "LastOrder" },
            fields.Keys.ToHashSet());
        Assert.DoesNotContain("Display", fields.Keys);
        Assert.DoesNotContain(fields.Keys, static name => name.StartsWith("Orders", StringComparison.Ordinal));
        Assert.True(fields["FirstName"].CanBeTwoWay);
        Assert.False(fields["Id"].CanBeTwoWay);
        Assert.False(fields["AddressId"].CanBeTwoWay);
        Assert.False(fields["Version"].CanBeTwoWay);
        Assert.False(fields["Address.Town"].CanBeTwoWay);
        Assert.Equal(("First name", typeof(string)), (fields["FirstName"].Label, fields["FirstName"].Type));
        Assert.Equal((typeof(DateTime), true), (fields["LastOrder"].Type, fields["LastOrder"].IsComputed));
        Assert.Equal(["Customer.Address", "Address.Town"], fields["Address.Town"].TrackedFields.Select(static field => $"{field.Entity}.{field.Field}"));
    }

    [Fact]
    public async Task ReadItems_FieldsThatNoMapCallNames_AreOneStatement_AndMissingRelationsGiveNull()
    {
        await using var shop = await OpenAsync();
        await shop.ChangeAsync(static context => context.AddRange(
            new Customer
            {
                Id = 1,
                Email = "a@x.test",
                Address = new() { Id = 10, Town = "York", Number = 3, Country = new() { Id = Guid.NewGuid(), Name = "UK" } },
                Home = new() { Street = "High Street" },
                Card = new() { Id = 30, Number = "C1" },
                Preferences = new() { Colour = "red" },
                Orders = { new() { Id = 40, PlacedAt = new DateTime(2026, 1, 1) } },
            },
            new Customer { Id = 2, Email = "b@x.test" }));
        string[] fields = ["Address.Town", "Address.Number", "Address.Country.Name", "Home.Street", "Card.Number", "Preferences.Colour", "LastOrder"];

        var items = await shop.Source.ReadItemsAsync(["1", "2"], fields, Cancel).OrderBy(static item => item.ItemId).ToListAsync(Cancel);

        Assert.Equal(["York", 3, "UK", "High Street", "C1", "red", new DateTime(2026, 1, 1)], items[0].Values);
        Assert.Equal([null, null, null, null, null], items[1].Values.Take(5));
        Assert.Single(shop.Log.Commands);
    }

    [Fact]
    public async Task Field_ThatExistsAlready_IsAMistake()
    {
        var mistake = await Assert.ThrowsAsync<EntityFrameworkCore.Hosting.MarketingListDefinitionException>(
            static () => Shop.OpenAsync(static list => list.Email(c => c.Email).Field("FirstName", c => c.LastName)));

        Assert.Contains("'FirstName'", mistake.Message, StringComparison.Ordinal);
    }

    private static Task<Shop> OpenAsync() => Shop.OpenAsync(static list => list.Email(c => c.Email).Field("LastOrder", c => c.Orders.Max(o => (DateTime?)o.PlacedAt)));
}
