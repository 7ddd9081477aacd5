using Dotdigital.Sdk.Diagnostics;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Accounts;

public sealed class BlockingTests
{
    [Fact]
    public async Task BL3_WhileDotdigitalIsAwaited_NoTransactionIsHeld_AndTheHostsReaderIsClosed()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(40));
        var source = new WatchedSource(shop);
        var witness = new Witness(source);
        await using var bench = await SyncBench.StartAsync([shop.AsList("customers", "Customers") with { Source = _ => source }], static options => options.MaxBatchRows = 10, witness.AddTo);
        witness.Store = bench.Store;

        await bench.SettleAsync();
        bench.Remote.Unsubscribe("c1@example.com", bench.Book());
        shop["000002"] = shop["000002"] with { Town = "Elsewhere" };
        shop["000003"] = shop["000003"] with { Email = "moved@example.com" };
        shop.Remove("000004");
        await bench.ChangeAsync("000002", "000003");
        await bench.RunUntilQuietAsync();

        Assert.True(witness.Calls > 30, $"Only {witness.Calls} calls were watched.");
        Assert.Empty(witness.Blocked);
    }

    /// <summary>At the end of every call, in the flow that awaited it: writes to the store as another process would, and looks whether the host is being read.</summary>
    private sealed class Witness(WatchedSource source) : IDotdigitalCallObserver
    {
        public ISyncStore? Store { get; set; }

        public int Calls { get; private set; }

        public List<string> Blocked { get; } = [];

        public void AddTo(DotdigitalIntegrationBuilder builder) => builder.Services.AddSingleton<IDotdigitalCallObserver>(this);

        public void OnCall(DotdigitalCall call)
        {
            if (Store is null)
            {
                return;
            }

            Calls++;
            if (source.Open > 0)
            {
                Blocked.Add($"{call.Operation}: the host's list was being read");
            }

            // The write queues behind any open writer; the flow that would have to close it waits here.
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            try
            {
                Task.Run(() => Store.Changes.AppendAsync([new FieldChange(0, "Nothing", string.Empty, "0")], limit.Token), limit.Token).GetAwaiter().GetResult();
            }
            catch (Exception held) when (held is OperationCanceledException or TimeoutException)
            {
                Blocked.Add($"{call.Operation}: a transaction was held");
            }
        }
    }

    /// <summary>Counts the passes over the host's list that are open.</summary>
    private sealed class WatchedSource(Shop shop) : IMarketingListSource
    {
        public int Open { get; private set; }

        public IAsyncEnumerable<ListKey> ReadKeysAsync(CancellationToken cancellationToken) => WatchAsync(shop.ReadKeysAsync(cancellationToken));

        public IAsyncEnumerable<ListKey> ReadOptedOutAsync(CancellationToken cancellationToken) => WatchAsync(shop.ReadOptedOutAsync(cancellationToken));

        public IAsyncEnumerable<ListItem> ReadItemsAsync(IReadOnlyCollection<string> itemIds, IReadOnlyList<string> fields, CancellationToken cancellationToken) =>
            WatchAsync(shop.ReadItemsAsync(itemIds, fields, cancellationToken));

        private async IAsyncEnumerable<T> WatchAsync<T>(IAsyncEnumerable<T> rows)
        {
            Open++;
            try
            {
                await foreach (var row in rows)
                {
                    yield return row;
                }
            }
            finally
            {
                Open--;
            }
        }
    }
}
