using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.OptOuts;

public sealed class LateNoTests
{
    [Fact]
    public async Task OP3_ANewPersonsNo_HeardAfterTheKeysWereRead_KeepsTheRowBack()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        var source = new ChangingSource(shop) { BeforeRead = 1, Change = () => OptOut(shop) };
        await using var bench = await SyncBench.StartAsync([shop.AsList("customers", "Customers") with { Source = _ => source }]);

        await bench.RunUntilQuietAsync();

        Assert.Equal(["c2@example.com", "c3@example.com"], bench.ReachableIn());
        Assert.Null(bench.Remote.Contact("c1@example.com"));
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task OP3_AMembersNo_HeardBetweenTheComparisonAndTheFile_KeepsTheRowBack()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        var source = new ChangingSource(shop);
        await using var bench = await SyncBench.StartAsync([shop.AsList("customers", "Customers") with { Source = _ => source }]);
        await bench.SettleAsync();
        shop["000001"] = shop["000001"] with { Town = "Elsewhere" };
        await bench.ChangeAsync("000001");
        (source.BeforeRead, source.Change) = (source.Reads + 2, () => OptOut(shop));

        await bench.RunUntilQuietAsync();

        Assert.True(shop["000001"].IsOptedOut);
        Assert.Equal(["c2@example.com", "c3@example.com"], bench.ReachableIn());
        Assert.Equal("Town1", bench.Remote.Contact("c1@example.com")!.DataFields["TOWN"]);
        Assert.Empty(bench.Remote.Violations);
    }

    private static void OptOut(Shop shop) => shop["000001"] = shop["000001"] with { IsOptedOut = true };

    /// <summary>The host's record changes right before a page of values is read: the first time for the comparison, the second time for the file.</summary>
    private sealed class ChangingSource(Shop shop) : IMarketingListSource
    {
        public int Reads { get; private set; }

        public int BeforeRead { get; set; }

        public Action Change { get; set; } = static () => { };

        public IAsyncEnumerable<ListKey> ReadKeysAsync(CancellationToken cancellationToken) => shop.ReadKeysAsync(cancellationToken);

        public IAsyncEnumerable<ListKey> ReadOptedOutAsync(CancellationToken cancellationToken) => shop.ReadOptedOutAsync(cancellationToken);

        public IAsyncEnumerable<ListItem> ReadItemsAsync(IReadOnlyCollection<string> itemIds, IReadOnlyList<string> fields, CancellationToken cancellationToken)
        {
            if (++Reads == BeforeRead)
            {
                Change();
            }

            return shop.ReadItemsAsync(itemIds, fields, cancellationToken);
        }
    }
}
