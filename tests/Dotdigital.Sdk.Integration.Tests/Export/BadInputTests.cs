using System.Runtime.CompilerServices;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Export;

/// <summary>Whatever a host's source gives: what can be used is exported, the rest is set aside by name, and a failing source never looks as if everyone left.</summary>
public sealed class BadInputTests
{
    [Fact]
    public async Task EX1_UnorderedKeys_InSeveralPages_AreAsGoodAsOrderedOnes()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(6000));
        var source = new Source(shop) { Order = static keys => keys.OrderByDescending(static key => key.ItemId[^1]).ThenBy(static key => key.ItemId[2..], StringComparer.Ordinal) };
        await using var bench = await SyncBench.StartAsync([source.AsList()]);

        var report = await bench.CycleAsync();
        source.Order = static keys => keys.OrderByDescending(static key => key.ItemId, StringComparer.Ordinal);
        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());
        await bench.RunUntilQuietAsync();

        Assert.Equal((6000, 0), (Step(report, StepNames.StageKeys).Read, Step(report, StepNames.StageKeys).SetAside));
        Assert.Equal(6000, Step(report, StepNames.SendContacts).Sent);
        Assert.Equal(6000, bench.ReachableIn().Count);
        Assert.Single(bench.Remote.Imports);
    }

    [Fact]
    public async Task EX3c_DuplicateAddresses_AreCountedAndNamed_AndTheFirstByItemIdGoes()
    {
        var shop = new Shop();
        shop.Add(new ShopRow("b", "Twin@Example.com", "Second"), new ShopRow("a", " twin@example.com ", "First"), new ShopRow("c", "TWIN@example.com", "Third"));
        var source = new Source(shop) { Order = static keys => keys.OrderByDescending(static key => key.ItemId, StringComparer.Ordinal) };
        await using var bench = await SyncBench.StartAsync([source.AsList()]);

        var report = await bench.CycleAsync();
        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());

        Assert.Equal((3, 2), (Step(report, StepNames.StageKeys).Read, Step(report, StepNames.StageKeys).SetAside));
        Assert.Equal("First", bench.Remote.Contact("twin@example.com")!.DataFields["FIRSTNAME"]);
        Assert.Equal("Marketing list 'customers': 2 rows are set aside (DuplicateEmail 2), among them: b (DuplicateEmail), c (DuplicateEmail). ISetAsideReader reads all of them, each with what to do.", Named(report));
    }

    [Fact]
    public async Task EX3c_AnItemGivenTwice_IsExportedOnce()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        var source = new Source(shop) { Order = static keys => keys.Concat(keys) };
        await using var bench = await SyncBench.StartAsync([source.AsList()]);

        var report = await bench.CycleAsync();
        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());

        Assert.Equal((6, 0), (Step(report, StepNames.StageKeys).Read, Step(report, StepNames.StageKeys).SetAside));
        Assert.Equal(3, Step(report, StepNames.SendContacts).Sent);
        Assert.Equal(3, bench.ReachableIn().Count);
    }

    [Fact]
    public async Task EX3c_NullBlankAndMalformedAddresses_AndMisfitValues_AreCountedAndNamed_WithoutTheirContents()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        shop.Add(
            new ShopRow("n1", null), new ShopRow("n2", "  "), new ShopRow("n3", "no address"), new ShopRow("n4", "long@example.com", new string('x', 1001)),
            new ShopRow("mail@example.com", "no address either"));
        await using var bench = await SyncBench.StartAsync(shop);

        var report = await bench.CycleAsync();

        Assert.True(report.IsSuccess);
        Assert.Equal((7, 4), (Step(report, StepNames.StageKeys).Read, Step(report, StepNames.StageKeys).SetAside));
        Assert.Equal(1, report.Steps.Where(static step => step.Step is StepNames.PrepareContacts or StepNames.SendContacts).Sum(static step => step.SetAside));
        Assert.Equal(2, Step(report, StepNames.SendContacts).Sent);
        var named = Named(report);
        Assert.Contains("5 rows are set aside (InvalidEmail 2, MisfitValue 1, NoEmail 2), among them: n1 (NoEmail), n2 (NoEmail), n3 (InvalidEmail), n4 (MisfitValue).", named, StringComparison.Ordinal);
        Assert.DoesNotContain("@", named, StringComparison.Ordinal);
        Assert.DoesNotContain("xxx", named, StringComparison.Ordinal);
        var reader = bench.Services.GetRequiredService<ISetAsideReader>();
        Assert.Equal(5, await reader.ReadAsync(SyncBench.Id, "customers", SyncBench.Cancel).CountAsync(SyncBench.Cancel));
    }

    [Fact]
    public async Task EX3c_ManySetAside_NameTheFirstTen_AndAreAllCounted()
    {
        var shop = new Shop();
        shop.Add(Enumerable.Range(10, 30).Select(static i => new ShopRow($"n{i}", null)));
        await using var bench = await SyncBench.StartAsync(shop);

        var named = Named(await bench.CycleAsync());

        Assert.Contains("30 rows are set aside (NoEmail 30)", named, StringComparison.Ordinal);
        Assert.Contains("n10 (NoEmail), ", named, StringComparison.Ordinal);
        Assert.Equal(10, named.Split("(NoEmail)").Length - 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    public async Task EX1_ASourceThatThrows_IsAFailureOfItsList_AndNobodyLeaves(int after)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(20));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        bench.Remote.ClearRequests();
        shop.BreakKeysAfter = after;

        var report = await bench.CycleAsync();

        var failure = Assert.Single(report.Failures);
        Assert.Equal((StepNames.StageKeys, "customers"), (failure.Step, failure.Scope));
        Assert.NotNull(Step(report, StepNames.FindLeavers).NotRun);
        Assert.Equal(0, report.Steps.Where(static step => step.Step is StepNames.FindLeavers or StepNames.SendRemovals or StepNames.SendContacts).Sum(static step => step.Removed + step.Sent));
        shop.BreakKeysAfter = null;
        await bench.RunUntilQuietAsync();
        Assert.Equal(20, bench.ReachableIn().Count);
    }

    [Fact]
    public async Task CN5_AnEmptySource_RemovesNobodyUnconfirmed_AndTheReportSaysSo()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(20));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        shop.Rows.ToList().ForEach(row => shop.Remove(row.Id));

        var report = await bench.CycleAsync();

        Assert.Equal(0, Step(report, StepNames.StageKeys).Read);
        var leavers = Step(report, StepNames.FindLeavers);
        Assert.Equal(0, leavers.Removed);
        Assert.Contains("20 of 20 members would be removed", string.Join(' ', [.. leavers.Notes, leavers.NotRun]), StringComparison.Ordinal);
        Assert.Equal(20, bench.ReachableIn().Count);
    }

    [Fact]
    public async Task EX3c_AnItemWithoutAnId_IsRefusedByItsList_AndNobodyLeaves()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(4));
        var source = new Source(shop);
        await using var bench = await SyncBench.StartAsync([source.AsList()]);
        await bench.SettleAsync();
        source.Order = static keys => keys.Take(2).Append(new ListKey(string.Empty, "x@example.com", false));

        var report = await bench.CycleAsync();

        Assert.Contains("gave an item without an id", Assert.IsType<MarketingListException>(Assert.Single(report.Failures).Exception).Message, StringComparison.Ordinal);
        Assert.Equal(4, bench.ReachableIn().Count);
    }

    private static StepReport Step(SyncReport report, string name) => report.Steps.Single(step => string.Equals(step.Step, name, StringComparison.Ordinal));

    private static string Named(SyncReport report) => Assert.Single(Step(report, StepNames.TellSetAside).Notes);

    /// <summary>A shop whose keys come as its test says.</summary>
    private sealed class Source(Shop shop) : IMarketingListSource
    {
        public Func<IReadOnlyList<ListKey>, IEnumerable<ListKey>> Order { get; set; } = static keys => keys;

        public MarketingList AsList() => shop.AsList("customers", "Customers") with { Source = _ => this };

        public async IAsyncEnumerable<ListKey> ReadKeysAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            foreach (var key in Order(await shop.ReadKeysAsync(cancellationToken).ToListAsync(cancellationToken)))
            {
                yield return key;
            }
        }

        public IAsyncEnumerable<ListKey> ReadOptedOutAsync(CancellationToken cancellationToken) => shop.ReadOptedOutAsync(cancellationToken);

        public IAsyncEnumerable<ListItem> ReadItemsAsync(IReadOnlyCollection<string> itemIds, IReadOnlyList<string> fields, CancellationToken cancellationToken) =>
            shop.ReadItemsAsync(itemIds, fields, cancellationToken);

        public IAsyncEnumerable<string> ResolveItemsAsync(string path, IReadOnlyCollection<string> keys, CancellationToken cancellationToken) => shop.ResolveItemsAsync(path, keys, cancellationToken);
    }
}
