using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Export;

public sealed class ItemIdTests
{
    [Fact]
    public async Task EX3c_ItemIdsThatNoStoreKeepsAsTheyAre_AreSetAsideAndTheRestIsExported()
    {
        string[] bad = ["nul\0", "half\uD83D", "\uDE00half", new('x', 201)];
        string[] good = ["whole\U0001F600", new('y', 200)];
        var shop = new Shop();
        shop.Add([.. bad.Concat(good).Select(static (id, index) => new ShopRow(id, $"c{index}@example.com", "First", "Town", index, false, new DateOnly(1980, 1, 1)))]);
        await using var bench = await SyncBench.StartAsync(shop);

        await bench.SettleAsync();

        Assert.Equal(["c4@example.com", "c5@example.com"], bench.ReachableIn());
        var aside = await bench.ReadAsync(static unit => unit.ListItems.PageSetAsideAsync("customers", null, 10, SyncBench.Cancel));
        Assert.Equal(4, aside.Count);
        Assert.All(aside, static item => Assert.Equal(SetAsideReason.InvalidItemId, item.Reason));
        Assert.Contains(aside, static item => item.ItemId == "nul\uFFFD");
    }
}
