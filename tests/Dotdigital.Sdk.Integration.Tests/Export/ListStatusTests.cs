using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Export;

/// <summary>What an operator can read of a list, before and after an export (rules ST-5, CN-4).</summary>
public sealed class ListStatusTests
{
    [Fact]
    public async Task ST5_ListStatus_FollowsAnExportToItsEnd()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(20));
        await using var bench = await SyncBench.StartAsync(shop);
        var reader = bench.Services.GetRequiredService<IMarketingListStatusReader>();
        Assert.Null(await reader.GetListStatusAsync(SyncBench.Id, "customers", SyncBench.Cancel));

        await SyncBench.SucceedAsync(bench.CycleAsync());
        var sending = await reader.GetListStatusAsync(SyncBench.Id, "customers", SyncBench.Cancel);
        bench.Emulator.Clock.Advance(TimeSpan.FromMinutes(10));
        await SyncBench.SucceedAsync(bench.StatusAsync());
        var done = await reader.GetListStatusAsync(SyncBench.Id, "customers", SyncBench.Cancel);

        Assert.Equal(("NotFinished", 20, 1), (sending!.ExportStatus, sending.InBatch, sending.OpenBatches));
        Assert.Equal(("Finished", 20, 0, 0), (done!.ExportStatus, done.Clean, done.InBatch, done.OpenBatches));
        Assert.Equal("Customers", done.AddressBook);
        Assert.NotNull(done.LastExportedAt);
        bench.Remote.AddContact("visitor@example.com", [bench.Book()]);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.Equal(21, (await reader.GetListStatusAsync(SyncBench.Id, "customers", SyncBench.Cancel))!.AddressBookContacts);
    }

    [Fact]
    public async Task CN4_Plan_CountsPeopleWhoOptedOutOnEitherSide()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(10));
        shop["000001"] = shop["000001"] with { IsOptedOut = true };
        await using var bench = await SyncBench.StartAsync(shop);
        bench.Remote.AddContact("c2@example.com");
        bench.Remote.Suppress("c2@example.com");
        await SyncBench.SucceedAsync(bench.ImportAsync());

        var plan = await bench.Services.GetRequiredService<IExportOrchestrator>().PlanExportAsync(SyncBench.Id, null, SyncBench.Cancel);

        var list = Assert.Single(plan.Lists);
        Assert.Equal((10, 2, 8), (list.Items, list.OptedOut, list.ToAdd));
    }

    [Fact]
    public async Task Report_TellsTheCallsOfEachStep_AsTheEmulatorCountsThem()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(20));
        await using var bench = await SyncBench.StartAsync(shop);
        bench.Remote.ClearRequests();

        var report = await bench.CycleAsync();

        // account-info, once for every API user, and Dotdigital's clock come before the steps.
        var before = 2;
        Assert.Equal(bench.Remote.Requests.Count - before, report.Steps.Sum(static step => step.Calls));
        Assert.Equal(1, report.Steps.Single(static step => step.Step == StepNames.SendContacts).Calls);
    }
}
