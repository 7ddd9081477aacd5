using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Export;

public sealed class BatchStatusTests
{
    private const string Status = "ApiContactImport_GetContactImportProgress";

    [Fact]
    public async Task ST1_EachUnsettledBatch_IsAskedOnceARun_AndAnEndedOneNeverAgain()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(6));
        await using var bench = await SyncBench.StartAsync(shop, static options => options.MaxBatchRows = 2);
        bench.Emulator.Faults.Add(new Fault(FaultKind.NeverFinishes));
        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.Equal(3, (await bench.BatchesAsync()).Count(static batch => batch.State == BatchState.Sent));

        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());
        Assert.Equal(3, bench.Remote.CountOf(Status));
        Assert.Equal([BatchState.Settled, BatchState.Settled, BatchState.Sent], (await bench.BatchesAsync()).Select(static batch => batch.State).OrderDescending());

        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());
        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());
        Assert.Equal(5, bench.Remote.CountOf(Status));
    }

    [Fact]
    public async Task ST1_TheEnd_IsStoredAtOnce_AndAKillBeforeTheSettlement_DoesNotAskAgain()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        bench.Emulator.Clock.Advance(TimeSpan.FromMinutes(10));
        bench.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = "ApiContactImport_GetContactImportReport" });

        await bench.StatusAsync();
        Assert.Equal(BatchState.Ended, Assert.Single(await bench.BatchesAsync()).State);
        await bench.RestartAsync();
        await SyncBench.SucceedAsync(bench.StatusAsync());

        Assert.Equal(BatchState.Settled, Assert.Single(await bench.BatchesAsync()).State);
        Assert.Equal(1, bench.Remote.CountOf(Status));
    }

    [Fact]
    public async Task EX5_RemoteIdsOfExportedContacts_AreLearntFromTheNextRead_AtNoCallOfTheirOwn()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());
        Assert.Null((await bench.ContactAsync("c2@example.com"))!.RemoteId);

        bench.Remote.ClearRequests();
        await SyncBench.SucceedAsync(bench.CycleAsync());

        Assert.Equal(bench.Remote.Contact("c2@example.com")!.Id, (await bench.ContactAsync("c2@example.com"))!.RemoteId);
        Assert.DoesNotContain(bench.Remote.Requests, static request => request.Operation.Contains("ByEmail", StringComparison.OrdinalIgnoreCase));
    }
}
