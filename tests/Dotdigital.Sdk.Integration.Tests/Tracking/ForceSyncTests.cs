using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Tracking;

/// <summary>Rule TR-4: what tracking cannot see is compared once a day, or when a person asks.</summary>
public sealed class ForceSyncTests
{
    [Theory]
    [InlineData(ForceSyncMode.VirtualOnly, true, true)]
    [InlineData(ForceSyncMode.VirtualOnly, false, false)]
    [InlineData(ForceSyncMode.Always, false, true)]
    [InlineData(ForceSyncMode.None, true, false)]
    public async Task TR4_UntrackedChange_IsSentAfterOneOClock_WhereTheModeSaysSo(ForceSyncMode mode, bool isComputed, bool isSent)
    {
        var (shop, bench) = await SettledAsync(isComputed, options => options.ForceSync = mode);
        await using var __ = bench;
        shop["000001"] = shop["000001"] with { Town = "Elsewhere" };
        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.Equal("Town1", bench.Remote.Contact("c1@example.com")!.DataFields["TOWN"]);

        bench.Wait(18 * 60);
        await bench.RunUntilQuietAsync();

        Assert.Equal(isSent ? "Elsewhere" : "Town1", bench.Remote.Contact("c1@example.com")!.DataFields["TOWN"]);
    }

    [Fact]
    public async Task TR4_MissedWhileTheHostWasDown_IsDoneAtTheNextStart_Once_AndCostsNoCallWhereNothingDiffers()
    {
        var (shop, bench) = await SettledAsync(isComputed: true);
        await using var __ = bench;
        bench.Wait(3 * 24 * 60);
        await bench.RestartAsync();
        shop.ItemsRead.Clear();
        bench.Remote.ClearRequests();

        await SyncBench.SucceedAsync(bench.CycleAsync());
        await bench.RestartAsync();
        await SyncBench.SucceedAsync(bench.CycleAsync());

        Assert.Equal(3, shop.ItemsRead.Count);
        Assert.DoesNotContain(bench.Remote.Requests, static request => request.PathAndQuery.Contains("import", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task TR4_Handler_MayChangeTheSet()
    {
        var (shop, bench) = await SettledAsync(isComputed: false, null, static builder => builder.AddForceSyncHandler<AddCustomers>());
        await using var __ = bench;
        shop["000001"] = shop["000001"] with { Town = "Elsewhere" };
        bench.Wait(18 * 60);

        await bench.RunUntilQuietAsync();

        Assert.Equal("Elsewhere", bench.Remote.Contact("c1@example.com")!.DataFields["TOWN"]);
    }

    [Fact]
    public async Task TR4_RefreshByHand_ComparesTheList()
    {
        var (shop, bench) = await SettledAsync(isComputed: false);
        await using var __ = bench;
        shop["000001"] = shop["000001"] with { Town = "Elsewhere" };
        await bench.Services.GetRequiredService<IConnectionService>().RefreshAsync(SyncBench.Id, "customers", SyncBench.Cancel);

        await bench.RunUntilQuietAsync();

        Assert.Equal("Elsewhere", bench.Remote.Contact("c1@example.com")!.DataFields["TOWN"]);
    }

    [Theory]
    [InlineData("UTC", "01:00", "2026-03-02T00:59:59Z", "2026-03-01T01:00:00Z")]
    [InlineData("UTC", "01:00", "2026-03-02T01:00:00Z", "2026-03-02T01:00:00Z")]
    [InlineData("Europe/London", "01:00", "2026-07-02T00:30:00Z", "2026-07-02T00:00:00Z")]
    [InlineData("Europe/London", "01:30", "2026-03-29T12:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("America/New_York", "23:00", "2026-01-02T02:00:00Z", "2026-01-01T04:00:00Z")]
    public void TR4_LastDue_IsOnTheZonesClock(string zone, string at, string now, string due)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        Assert.Equal(
            DateTimeOffset.Parse(due, culture),
            ForceSyncSchedule.LastDue(TimeOnly.Parse(at, culture), TimeZoneInfo.FindSystemTimeZoneById(zone), DateTimeOffset.Parse(now, culture)));
    }

    private static async Task<(Shop Shop, SyncBench Bench)> SettledAsync(
        bool isComputed, Action<DotdigitalIntegrationOptions>? configure = null, Action<DotdigitalIntegrationBuilder>? extend = null)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        var list = shop.AsList("customers", "Customers");
        list = list with { Fields = [.. list.Fields.Select(field => field with { IsComputed = isComputed && field.Name == "Town" })] };
        var bench = await SyncBench.StartAsync([list], configure, extend);
        await bench.SettleAsync();
        return (shop, bench);
    }

    private sealed class AddCustomers : IForceSyncHandler
    {
        public void Handle(ForceSyncContext context) => context.Chosen.Add("customers");
    }
}
