using Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;
using Dotdigital.Sdk.Integration.MarketingLists;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Hosting;

public sealed class EntityMarketingListSourceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadKeys_SegmentAndOptOut_OneStatementWithFlags()
    {
        await using var shop = await Shop.OpenAsync(list => list.Where(c => c.IsActive).OptedOutWhen(c => !c.AcceptsMarketing).Email(c => c.Email));
        await shop.ChangeAsync(context => context.AddRange(
            new Customer { Id = 1, Email = "a@x.test" },
            new Customer { Id = 2, Email = "b@x.test", AcceptsMarketing = false },
            new Customer { Id = 3, Email = null },
            new Customer { Id = 4, Email = "gone@x.test", IsActive = false }));

        var keys = await shop.Source.ReadKeysAsync(Cancel).OrderBy(key => key.ItemId).ToListAsync(Cancel);

        Assert.Equal([new ListKey("1", "a@x.test"), new("2", "b@x.test", true), new("3", null)], keys);
        var sql = Assert.Single(shop.Log.Commands);
        Assert.DoesNotContain("ORDER BY", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("FirstName", sql, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadOptedOut_OutsideTheSegment_IsStillTold_OP3()
    {
        await using var shop = await Shop.OpenAsync(list => list.Where(c => c.IsActive).OptedOutWhen(c => !c.AcceptsMarketing).Email(c => c.Email));
        await shop.ChangeAsync(context => context.AddRange(
            new Customer { Id = 1, Email = "a@x.test" },
            new Customer { Id = 2, Email = "b@x.test", AcceptsMarketing = false, IsActive = false }));

        var keys = await shop.Source.ReadOptedOutAsync(Cancel).ToListAsync(Cancel);

        Assert.Equal([new ListKey("2", "b@x.test", true)], keys);
        Assert.Single(shop.Log.Commands);
    }

    [Fact]
    public async Task ReadOptedOut_NoRule_IsEmptyWithoutAStatement()
    {
        await using var shop = await Shop.OpenAsync(list => list.Email(c => c.Email));

        Assert.Empty(await shop.Source.ReadOptedOutAsync(Cancel).ToListAsync(Cancel));
        Assert.Empty(shop.Log.Commands);
    }

    [Fact]
    public async Task ReadItems_EveryKindOfField_IsOneStatementOfMappedColumnsOnly()
    {
        await using var shop = await OpenMappedAsync();
        var placed = new DateTime(2026, 5, 4, 3, 2, 1, DateTimeKind.Unspecified);
        await shop.ChangeAsync(context => context.Add(new Customer
        {
            Id = 7,
            Email = "Ann@X.test",
            FirstName = "Ann",
            LastName = "Lee",
            Note = "private",
            Points = 12,
            Birthday = new(1980, 2, 29),
            Tier = Tier.Gold,
            Address = new() { Town = "York", Number = 5, Country = new() { Name = "UK" } },
            Home = new() { Street = "High Street", Rooms = 3 },
            Preferences = new() { Colour = "red" },
            Card = new() { Number = "C1" },
            Orders = { new() { PlacedAt = placed.AddDays(-1) }, new() { PlacedAt = placed } },
        }));

        var item = Assert.Single(await ReadMappedAsync(shop, ["7"]));

        Assert.Equal(("7", "Ann@X.test", false), (item.ItemId, item.Email, item.IsOptedOut));
        Assert.Equal(
            ["Ann", "Lee", 12, new DateOnly(1980, 2, 29), Tier.Gold, "York", 5, "UK", "High Street", 3, "red", "C1", placed, 2, "ANN"],
            item.Values);
        var sql = Assert.Single(shop.Log.Commands);
        Assert.DoesNotContain("Note", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", sql, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadItems_MissingRelations_GiveNulls()
    {
        await using var shop = await OpenMappedAsync();
        await shop.ChangeAsync(context => context.Add(new Customer { Id = 7, Email = "a@x.test" }));

        var item = Assert.Single(await ReadMappedAsync(shop, ["7"]));

        Assert.Equal([null, null, 0, null, Tier.Plain, null, null, null, null, null, null, null, null, 0, null], item.Values);
    }

    [Fact]
    public async Task ReadItems_FiveThousandIds_OneStatementAndOnlyTheSegment()
    {
        await using var shop = await Shop.OpenAsync(list => list.Where(c => c.IsActive).Email(c => c.Email).Map("FIRSTNAME", c => c.FirstName));
        await shop.ChangeAsync(context => context.AddRange(Enumerable.Range(1, 5_000)
            .Select(id => new Customer { Id = id, Email = $"c{id}@x.test", FirstName = $"N{id}", IsActive = id % 10 != 0 })));

        var items = await shop.Source
            .ReadItemsAsync([.. Enumerable.Range(1, 5_000).Select(id => id.ToString())], ["FirstName"], Cancel)
            .ToListAsync(Cancel);

        Assert.Equal(4_500, items.Count);
        Assert.All(items, item => Assert.Equal("N" + item.ItemId, item.Values[0]));
        Assert.Single(shop.Log.Commands);
    }

    [Fact]
    public async Task ReadItems_TextsThatAreNoIds_AreSkipped()
    {
        await using var shop = await Shop.OpenAsync(list => list.Email(c => c.Email));
        await shop.ChangeAsync(context => context.Add(new Customer { Id = 1, Email = "a@x.test" }));

        var items = await shop.Source.ReadItemsAsync(["x", "", "1", "99999999999999"], [], Cancel).ToListAsync(Cancel);

        Assert.Equal("1", Assert.Single(items).ItemId);
    }

    [Fact]
    public async Task ReadItems_FieldTheListDoesNotHave_SaysWhich()
    {
        await using var shop = await Shop.OpenAsync(list => list.Email(c => c.Email));

        var error = await Assert.ThrowsAsync<MarketingListDefinitionException>(
            () => shop.Source.ReadItemsAsync(["1"], ["Nickname"], Cancel).ToListAsync(Cancel).AsTask());

        Assert.Equal("newsletter", error.List);
        Assert.Contains("Nickname", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadKeys_TenThousandRows_AreNotMaterialised()
    {
        await using var shop = await Shop.OpenAsync(list => list.Email(c => c.Email), factory: true);
        await shop.ChangeAsync(context => context.AddRange(Enumerable.Range(1, 10_000)
            .Select(id => new Customer { Id = id, Email = $"{new string('x', 100)}{id}@x.test" })));
        _ = await shop.Source.ReadKeysAsync(Cancel).FirstAsync(Cancel);

        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = await shop.Source.ReadKeysAsync(Cancel).FirstAsync(Cancel);
        var first = GC.GetAllocatedBytesForCurrentThread() - before;
        var all = await shop.Source.ReadKeysAsync(Cancel).CountAsync(Cancel);

        Assert.Equal(10_000, all);
        Assert.True(first < 500_000, $"The first key cost {first} bytes.");
    }

    [Theory]
    [InlineData("Address", "5", "1,2")]
    [InlineData("Address.Country", "00000000-0000-0000-0000-00000000000a", "1,2")]
    [InlineData("Card", "30", "3")]
    [InlineData("Orders", "40,41", "1,3")]
    [InlineData("Tags", "50", "2,3")]
    [InlineData("", "8,9", "8,9")]
    public async Task ResolveItems_AnyPath_GivesTheRootsInOneStatement_TR3(string path, string keys, string roots)
    {
        await using var shop = await Shop.OpenAsync(list => list.Where(c => c.IsActive).Email(c => c.Email));
        await shop.ChangeAsync(context =>
        {
            var address = new Address { Id = 5, Country = new() { Id = new Guid("00000000-0000-0000-0000-00000000000a") } };
            var tag = new Tag { Id = 50 };
            context.AddRange(
                new Customer { Id = 1, Address = address, Orders = { new() { Id = 40 } } },
                new Customer { Id = 2, Address = address, Tags = { tag }, IsActive = false },
                new Customer { Id = 3, Card = new() { Id = 30 }, Tags = { tag }, Orders = { new() { Id = 41 }, new() { Id = 42 } } });
        });

        var items = await shop.Source.ResolveItemsAsync(path, keys.Split(','), Cancel).ToListAsync(Cancel);

        Assert.Equal(roots, string.Join(',', items.Order(StringComparer.Ordinal)));
        Assert.Equal(path.Length == 0 ? 0 : 1, shop.Log.Commands.Count);
    }

    [Fact]
    public async Task ResolveItems_PathNotInTheModel_SaysWhich()
    {
        await using var shop = await Shop.OpenAsync(list => list.Email(c => c.Email));

        var error = await Assert.ThrowsAsync<MarketingListDefinitionException>(() => shop.Source.ResolveItemsAsync("Address.Planet", ["1"], Cancel).ToListAsync(Cancel).AsTask());

        Assert.Contains("Planet", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadKeys_KeyOfItsOwn_IsUsedAndRecordsWithoutOneAreLeftOut()
    {
        await using var shop = await Shop.OpenAsync(list => list.Key(c => c.Note!).Email(c => c.Email));
        await shop.ChangeAsync(context => context.AddRange(new Customer { Id = 1, Note = "K-1" }, new Customer { Id = 2 }));

        Assert.Equal("K-1", (await shop.Source.ReadKeysAsync(Cancel).SingleAsync(Cancel)).ItemId);
        Assert.Equal("K-1", (await shop.Source.ReadItemsAsync(["K-1", "2"], [], Cancel).SingleAsync(Cancel)).ItemId);
    }

    [Fact]
    public async Task ReadKeys_Cancelled_Throws()
    {
        await using var shop = await Shop.OpenAsync(list => list.Email(c => c.Email));
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => shop.Source.ReadKeysAsync(source.Token).ToListAsync(source.Token).AsTask());
    }

    private static Task<Shop> OpenMappedAsync() => Shop.OpenAsync(list => list
        .Email(c => c.Email)
        .Map("FULLNAME", c => c.FirstName, c => c.LastName)
        .Map("POINTS", c => c.Points)
        .Map("BIRTHDAY", c => c.Birthday)
        .Map("TIER", c => c.Tier)
        .Map("TOWN", c => c.Address!.Town)
        .Map("NUMBER", c => c.Address!.Number)
        .Map("COUNTRY", c => c.Address!.Country!.Name)
        .Map("STREET", c => c.Home!.Street)
        .Map("ROOMS", c => c.Home!.Rooms)
        .Map("COLOUR", c => c.Preferences.Colour)
        .Map("CARD", c => c.Card!.Number)
        .Map("LASTORDER", c => c.Orders.Max(o => o.PlacedAt))
        .Map("ORDERS", c => c.Orders.Count)
        .Map("SHOUT", c => c.FirstName!.ToUpper()));

    private static async Task<List<ListItem>> ReadMappedAsync(Shop shop, string[] ids)
    {
        string[] fields = [.. shop.List.Mapping.SelectMany(row => row.Fields)];
        return await shop.Source.ReadItemsAsync(ids, fields, Cancel).ToListAsync(Cancel);
    }
}
