using Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;
using Dotdigital.Sdk.Integration.MarketingLists;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Hosting;

/// <summary>Values and people from Dotdigital in the host's own tables (rules IM-4, IM-5).</summary>
public sealed class EntityFieldWriteTests
{
    private static readonly Guid EventId = Guid.NewGuid();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task IM4_WriteFields_UpdatesOnlyWhatChanged_InTheSegmentOrNot(bool factory)
    {
        await using var shop = await Shop.OpenAsync(
            list => list.Where(c => c.IsActive).Email(c => c.Email).Map("NAME", c => c.FirstName, twoWay: true).Map("BIRTHDAY", c => c.Birthday, twoWay: true).Map("POINTS", c => c.Points, twoWay: true),
            factory: factory);
        await shop.ChangeAsync(context => context.Add(new Customer { Id = 1, FirstName = "Ann", IsActive = false, Points = 3 }));

        await Writer(shop).WriteFieldsAsync("1", [new("FirstName", "Anna"), new("Birthday", new DateOnly(1999, 12, 31)), new("Points", 3)], Cancel);

        var customer = await CustomerAsync(shop);
        Assert.Equal(("Anna", new DateOnly(1999, 12, 31), 3), (customer.FirstName, customer.Birthday, customer.Points));
        var update = Assert.Single(shop.Log.Commands, static command => command.Contains("UPDATE", StringComparison.Ordinal));
        Assert.DoesNotContain("Points", update.Split("WHERE")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task IM4_WriteFields_AsksWithTheValueOfTheMoment_AlsoAfterAConcurrentChange()
    {
        await using var shop = await Shop.OpenAsync(list => list.Email(c => c.Email).Map("NAME", c => c.FirstName, twoWay: true));
        await shop.ChangeAsync(context => context.Add(new Customer { Id = 1, FirstName = "Ann" }));
        var seen = new List<object?>();
        var write = new FieldWrite("FirstName", "Anna", current =>
        {
            seen.Add(current);
            if (seen.Count == 1)
            {
                using var scope = shop.Services.CreateScope();
                scope.ServiceProvider.GetRequiredService<ShopContext>().Customers
                    .ExecuteUpdate(set => set.SetProperty(x => x.Version, Guid.NewGuid()).SetProperty(x => x.FirstName, "Annie"));
                return true;
            }

            return !Equals(current, "Annie");
        });

        await Writer(shop).WriteFieldsAsync("1", [write], Cancel);

        Assert.Equal(["Ann", "Annie"], seen);
        Assert.Equal("Annie", (await CustomerAsync(shop)).FirstName);
    }

    [Fact]
    public async Task IM4_WriteFields_ABlankForARequiredNumber_IsRefusedByName_AndNothingOfTheRecordIsWritten()
    {
        await using var shop = await Shop.OpenAsync(list => list.Email(c => c.Email).Map("NAME", c => c.FirstName, twoWay: true).Map("POINTS", c => c.Points, twoWay: true));
        await shop.ChangeAsync(context => context.Add(new Customer { Id = 1, FirstName = "Ann", Points = 3 }));

        var refused = await Assert.ThrowsAsync<HostWriteRefusedException>(() => Writer(shop).WriteFieldsAsync("1", [new("FirstName", "Anna"), new("Points", null)], Cancel));

        Assert.Contains("'Points'", refused.Message, StringComparison.Ordinal);
        Assert.Equal(("Ann", 3), ((await CustomerAsync(shop)).FirstName, (await CustomerAsync(shop)).Points));
    }

    [Fact]
    public async Task IM5_FindItems_FindsAnyCase_OutsideTheSegmentToo()
    {
        await using var shop = await Shop.OpenAsync(list => list.Where(c => c.IsActive).Email(c => c.Email).CreateEntities());
        await shop.ChangeAsync(context => context.AddRange(
            new Customer { Id = 1, Email = " Ann@Example.com", IsActive = false }, new Customer { Id = 2, Email = "bob@example.com" }, new Customer { Id = 3 }));

        var found = await Writer(shop).FindItemsAsync(["ann@example.com", "zoe@example.com"], Cancel);

        Assert.Equal(["1"], found.Select(static key => key.ItemId));
        Assert.Single(shop.Log.Commands);
    }

    [Fact]
    public async Task IM5_Create_MakesTheRecordWithItsFields_AndGivesItsKey()
    {
        await using var shop = await Shop.OpenAsync(list => list
            .Email(c => c.Email).Map("NAME", c => c.FirstName, twoWay: true).OptedOutWhen(c => !c.AcceptsMarketing).CreateEntities((customer, contact) => customer.Note = $"from Dotdigital {contact.EventId}"));

        var id = await Writer(shop).CreateAsync(new NewItem(EventId, "new@example.com", [new("FirstName", "Nina")]), Cancel);

        var customer = await CustomerAsync(shop);
        Assert.Equal((id, "new@example.com", "Nina", $"from Dotdigital {EventId}"), (customer.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), customer.Email, customer.FirstName, customer.Note));
    }

    [Fact]
    public async Task IM5_Create_OfOneThatWouldCountAsOptedOut_IsRefused_AndLeavesNothing()
    {
        await using var shop = await Shop.OpenAsync(list => list
            .Email(c => c.Email).OptedOutWhen(c => !c.AcceptsMarketing).CreateEntities(static (customer, _) => customer.AcceptsMarketing = false));

        var refused = await Assert.ThrowsAsync<HostWriteRefusedException>(() => Writer(shop).CreateAsync(new NewItem(EventId, "new@example.com", []), Cancel));

        Assert.Contains("opted out", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("new@example.com", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await Writer(shop).FindItemsAsync(["new@example.com"], Cancel));
    }

    [Fact]
    public async Task IM5_Start_RequiredPropertiesThatNothingSets_AreNamed()
    {
        using var host = HostOf(static list => list.Email(s => s.Email).CreateEntities());

        var error = await Assert.ThrowsAsync<MarketingListDefinitionException>(() => host.StartAsync(Cancel));

        Assert.Equal(["CustomerId", "Id", "Name"], error.Mistakes.Select(static mistake => mistake.Split('\'')[1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task IM5_Start_WhatAnInitializerMaySet_IsTrusted()
    {
        using var host = HostOf(static list => list.Email(s => s.Email).CreateEntities(static (supplier, contact) => (supplier.Id, supplier.Name, supplier.CustomerId) = (contact.Email, contact.Email, 1)));

        await host.StartAsync(Cancel);

        Assert.True(host.Services.GetRequiredService<MarketingList>().CreateEntities);
    }

    [Fact]
    public async Task MP3_Start_ATwoWayPropertyThatTheDatabaseSets_IsAMistake()
    {
        using var host = HostOf(static list => list.Email(s => s.Email).Map("NOTE", s => s.Note, twoWay: true).Map("KEY", s => s.Id, twoWay: true));

        var error = await Assert.ThrowsAsync<MarketingListDefinitionException>(() => host.StartAsync(Cancel));

        Assert.Equal(2, error.Mistakes.Count(static mistake => mistake.Contains("cannot be two-way", StringComparison.Ordinal)));
    }

    [Fact]
    public void IM5_AnEmailThatCannotBeWritten_AndARowThatIsTwoWayAndRestored_AreMistakes()
    {
        var error = Assert.Throws<MarketingListDefinitionException>(() => new DotdigitalIntegrationBuilder(new ServiceCollection()).AddMarketingList<ShopContext, Customer>(
            "newsletter", static list => list.Email(c => c.FirstName + "@example.com").Map("NOTE", c => c.Note, twoWay: true, restores: true).CreateEntities()));

        Assert.Equal(2, error.Mistakes.Count);
    }

    private static IMarketingListWriter Writer(Shop shop) => shop.List.Writer!(shop.Services.CreateScope().ServiceProvider);

    private static async Task<Customer> CustomerAsync(Shop shop)
    {
        await using var scope = shop.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ShopContext>().Customers.SingleAsync(Cancel);
    }

    private static IHost HostOf(Action<MarketingListBuilder<Supplier>> declare)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddDbContext<SupplierContext>(static options => options.UseSqlite("Data Source=:memory:"));
        new DotdigitalIntegrationBuilder(builder.Services).AddMarketingList<SupplierContext, Supplier>("suppliers", declare);
        return builder.Build();
    }
}
