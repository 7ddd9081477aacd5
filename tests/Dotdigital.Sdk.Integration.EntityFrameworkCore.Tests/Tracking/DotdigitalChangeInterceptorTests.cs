using System.Transactions;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Tracking;

public sealed class DotdigitalChangeInterceptorTests
{
    private static readonly Guid Country = new("00000000-0000-0000-0000-00000000000a");

    public static TheoryData<string, string> Cases => new()
    {
        { "mapped field", ":1" },
        { "unmapped field", "" },
        { "email", "" },
        { "root added", "" },
        { "root deleted", "" },
        { "related field", "Address:10" },
        { "related unmapped field", "" },
        { "deeper field", "Address.Country:0000000a" },
        { "re-pointed", ":1" },
        { "deeper re-pointed", "Address:11" },
        { "related deleted", ":1 :2" },
        { "dependent field", ":1" },
        { "dependent unmapped field", "" },
        { "dependent added", ":2" },
        { "dependent moved", ":1 :2" },
        { "dependent deleted", ":1" },
        { "owned field", ":1" },
        { "owned unmapped field", "" },
        { "owned removed", ":1" },
        { "complex field", ":1" },
        { "complex unmapped field", "" },
        { "computed", "" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task SaveChanges_ChangeTable_RecordsWhatCounts_TR1(string what, string recorded)
    {
        await using var shop = await TrackedShop<TrackedShopContext>.OpenAsync();

        await shop.ChangeAsync(context => Do(context, what));

        Assert.Equal(recorded, await ShortAsync(shop.RecordedAsync()));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task SaveChanges_NoChangeTable_RecordsTheSameAfterCommit_TR2(string what, string recorded)
    {
        await using var shop = await TrackedShop<ShopContext>.OpenAsync();

        await using (var scope = shop.Scope())
        {
            var context = scope.ServiceProvider.GetRequiredService<ShopContext>();
            Do(context, what);
            context.SaveChanges();
        }

        Assert.Equal(recorded, await ShortAsync(shop.RecordedAsync()));
    }

    [Theory]
    [InlineData(true, ":1")]
    [InlineData(false, "")]
    public async Task ExplicitTransaction_NoChangeTable_RecordsAtCommitAndDropsAtRollback(bool commits, string recorded)
    {
        await using var shop = await TrackedShop<ShopContext>.OpenAsync();
        await using var scope = shop.Scope();
        var context = scope.ServiceProvider.GetRequiredService<ShopContext>();
        await using (var transaction = await context.Database.BeginTransactionAsync())
        {
            context.Customers.Single(c => c.Id == 1).FirstName = "Eve";
            await context.SaveChangesAsync();
            Assert.Empty(shop.Log.Changes);
            await (commits ? transaction.CommitAsync() : transaction.RollbackAsync());
        }

        Assert.Equal(recorded, await shop.RecordedAsync());
    }

    [Fact]
    public async Task ExplicitTransaction_ChangeTable_RowsRollBackWithIt()
    {
        await using var shop = await TrackedShop<TrackedShopContext>.OpenAsync();
        await using var scope = shop.Scope();
        var context = scope.ServiceProvider.GetRequiredService<TrackedShopContext>();
        await using (var transaction = await context.Database.BeginTransactionAsync())
        {
            context.Customers.Single(c => c.Id == 1).FirstName = "Eve";
            await context.SaveChangesAsync();
            Assert.Equal(1, await context.Changes.CountAsync());
            await transaction.RollbackAsync();
        }

        Assert.Equal(string.Empty, await shop.RecordedAsync());
    }

    [Theory]
    [InlineData(true, ":1")]
    [InlineData(false, "")]
    public async Task AmbientTransaction_NoChangeTable_RecordsWhenItCompletes(bool completes, string recorded)
    {
        await using var shop = await TrackedShop<ShopContext>.OpenAsync();
        using (var ambient = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            await shop.ChangeAsync(context => Do(context, "mapped field"));
            Assert.Empty(shop.Log.Changes);
            if (completes)
            {
                ambient.Complete();
            }
        }

        Assert.Equal(recorded, await shop.RecordedAsync());
    }

    [Fact]
    public async Task SaveChanges_ChangeTable_HostSeesItsOwnCountAndNoRowsOfOurs()
    {
        await using var shop = await TrackedShop<TrackedShopContext>.OpenAsync();
        await using var scope = shop.Scope();
        var context = scope.ServiceProvider.GetRequiredService<TrackedShopContext>();
        context.Customers.Single(c => c.Id == 1).FirstName = "Eve";

        var written = await context.SaveChangesAsync();

        Assert.Equal(1, written);
        Assert.Empty(context.ChangeTracker.Entries<EntityFrameworkCore.Tracking.DotdigitalFieldChange>());
    }

    [Fact]
    public async Task SaveChanges_FailsThenRetried_RecordsOnce()
    {
        await using var shop = await TrackedShop<TrackedShopContext>.OpenAsync();
        await using var scope = shop.Scope();
        var context = scope.ServiceProvider.GetRequiredService<TrackedShopContext>();
        context.Customers.Single(c => c.Id == 1).FirstName = "Eve";
        var orphan = new Order { CustomerId = 999 };
        context.Add(orphan);
        await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync());
        context.Entry(orphan).State = EntityState.Detached;

        await context.SaveChangesAsync();

        Assert.Equal(":1", await shop.RecordedAsync());
    }

    [Fact]
    public async Task SaveChanges_LogFails_HostsSaveStands()
    {
        await using var shop = await TrackedShop<ShopContext>.OpenAsync();
        shop.Log.Fails = true;

        var written = await shop.ChangeAsync(context => Do(context, "mapped field"));

        Assert.Equal(1, written);
    }

    [Fact]
    public async Task Handlers_AddRemoveRedirect_ChangeWhatIsTracked_TR1()
    {
        await using var shop = await TrackedShop<TrackedShopContext>.OpenAsync(
            new DelegatingHandlerOfFields(fields =>
            {
                fields.Remove(fields.Single(field => field.Field == "FirstName"));
                fields.Add(new() { Entity = "Customer", Field = "LastName", RootEntity = "Customer" });
            }),
            new DelegatingHandlerOfFields(fields => fields.Add(new() { Entity = "Order", Field = "PlacedAt", RootEntity = "Customer", Path = "Orders" })),
            new DelegatingHandlerOfFields(fields => fields.Add(new() { Entity = "Tag", Field = "Name", RootEntity = "Customer", Path = "Tags" })));

        await shop.ChangeAsync(context => context.Customers.Single(c => c.Id == 2).FirstName = "not tracked any more");
        Assert.Equal(string.Empty, await shop.RecordedAsync());
        await shop.ChangeAsync(context => context.Customers.Single(c => c.Id == 2).LastName = "Lee");
        Assert.Equal(":2", await shop.RecordedAsync());
        await shop.ChangeAsync(context => context.Add(new Order { CustomerId = 1 }));
        Assert.Equal(":1 :2", await shop.RecordedAsync());
        await shop.ChangeAsync(context => context.Customers.Single(c => c.Id == 1).Tags.Add(new() { Name = "vip" }));
        Assert.Equal(":1 :1 :2", await shop.RecordedAsync());
        await shop.ChangeAsync(context => context.Set<Tag>().Single().Name = "VIP");
        Assert.Equal(":1 :1 :2 Tags:1", await shop.RecordedAsync());
    }

    [Fact]
    public async Task Handlers_FieldThatTheModelDoesNotHave_IsLeftOutAndTheRestGoesOn()
    {
        await using var shop = await TrackedShop<TrackedShopContext>.OpenAsync(
            new DelegatingHandlerOfFields(fields => fields.Add(new() { Entity = "Planet", Field = "Mass", RootEntity = "Customer", Path = "Planet" })));

        await shop.ChangeAsync(context => Do(context, "mapped field"));

        Assert.Equal(":1", await shop.RecordedAsync());
    }

    private static async Task<string> ShortAsync(Task<string> recorded) => (await recorded).Replace("00000000-0000-0000-0000-0000", "", StringComparison.Ordinal);

    private static void Do(ShopContext context, string what)
    {
        var ann = context.Customers.Include(c => c.Card).Include(c => c.Orders).Single(c => c.Id == 1);
        object? _ = what switch
        {
            "mapped field" => ann.FirstName = "Eve",
            "unmapped field" => ann.Note = "x",
            "email" => ann.Email = "new@x.test",
            "root added" => context.Add(new Customer { Id = 9, FirstName = "New", Card = new(), Home = new() { Street = "S" }, AddressId = 10 }).Entity,
            "root deleted" => context.Remove(context.Customers.Single(c => c.Id == 2)).Entity,
            "related field" => context.Addresses.Single(a => a.Id == 10).Town = "Hull",
            "related unmapped field" => context.Addresses.Single(a => a.Id == 10).Number = 3,
            "deeper field" => context.Set<Country>().Single().Name = "GB",
            "re-pointed" => ann.AddressId = 11,
            "deeper re-pointed" => context.Addresses.Single(a => a.Id == 11).CountryId = Country,
            "related deleted" => context.Remove(context.Addresses.Single(a => a.Id == 10)).Entity,
            "dependent field" => ann.Card!.Number = "C2",
            "dependent unmapped field" => ann.Card!.Secret = "s",
            "dependent added" => context.Add(new Card { CustomerId = 2, Number = "C9" }).Entity,
            "dependent moved" => ann.Card!.CustomerId = 2,
            "dependent deleted" => context.Remove(ann.Card!).Entity,
            "owned field" => ann.Home!.Street = "Low Street",
            "owned unmapped field" => ann.Home!.Rooms = 4,
            "owned removed" => ann.Home = null,
            "complex field" => ann.Preferences.Colour = "red",
            "complex unmapped field" => ann.Preferences.Size = "L",
            "computed" => ann.Orders[0].PlacedAt = new DateTime(2026, 1, 1),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
        };
    }
}
