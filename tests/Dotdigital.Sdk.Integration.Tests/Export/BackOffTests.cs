using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Export;

/// <summary>Rule ST-3: what failed is not tried again at once, and what cannot be delivered is not tried for ever.</summary>
public sealed class BackOffTests
{
    [Fact]
    public async Task ST3_FailedMembers_WaitBeforeTheNextTry_WhileOthersGoOn()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        bench.Emulator.Faults.Add(new Fault(FaultKind.ImportFailed));
        await SyncBench.SucceedAsync(bench.CycleAsync());
        await SyncBench.SucceedAsync(bench.StatusAsync());
        shop.Add(SyncBench.Customers(3).Last());

        await SyncBench.SucceedAsync(bench.CycleAsync());
        await bench.RestartAsync();
        await SyncBench.SucceedAsync(bench.StatusAsync());
        await SyncBench.SucceedAsync(bench.CycleAsync());

        Assert.Equal(["c3@example.com"], bench.ReachableIn());
        bench.Wait(4);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.Equal(3, bench.ReachableIn().Count);
        await bench.RunUntilQuietAsync();
        Assert.Null((await bench.MembershipAsync("c1@example.com"))!.NotBefore);
    }

    [Fact]
    public async Task ST3_RemovalThatFailsAgainAndAgain_IsTriedAtMostADayApart_NeverHeld()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        bench.Remote.Behaviour = bench.Remote.Behaviour with { DeletionDelay = TimeSpan.FromDays(2) };
        shop.Remove("000001");
        for (var i = 0; i < 5; i++)
        {
            await SyncBench.SucceedAsync(bench.CycleAsync());
            var batch = (await bench.BatchesAsync()).Single(static stored => stored is { Kind: BatchKind.Removal, State: BatchState.Sent });
            await using (var unit = await bench.Store.BeginAsync(SyncBench.Id, SyncBench.Cancel))
            {
                await unit.Batches.SaveAsync(batch with { State = BatchState.Ended, Outcome = "Failed" }, SyncBench.Cancel);
                await unit.CommitAsync(SyncBench.Cancel);
            }

            await SyncBench.SucceedAsync(bench.StatusAsync());
            Assert.Equal(MembershipState.Due(ExportOperation.Remove), (await bench.MembershipAsync("c1@example.com"))!.State);
            await SyncBench.SucceedAsync(bench.CycleAsync());
            Assert.DoesNotContain(await bench.BatchesAsync(), static stored => stored is { Kind: BatchKind.Removal, State: BatchState.Sent });
            bench.Wait(24 * 60);
        }

        bench.Remote.Behaviour = bench.Remote.Behaviour with { DeletionDelay = TimeSpan.Zero };
        await bench.RunUntilQuietAsync();
        Assert.Equal(2, bench.ReachableIn().Count);
    }

    [Fact]
    public async Task S2_HardBounceMark_GoesWhenTheHostCorrectsTheAddress_AndAnOptOutDoesNot()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        bench.Remote.HardBounce("c1@example.com");
        bench.Remote.Unsubscribe("c2@example.com");
        bench.Wait(10);
        await bench.RunUntilQuietAsync();
        Assert.True((await bench.OptOutOfAsync("000001"))!.IsUndeliverable);
        shop["000001"] = shop["000001"] with { Email = "corrected1@example.com" };
        shop["000002"] = shop["000002"] with { Email = "corrected2@example.com" };

        await bench.RunUntilQuietAsync();

        Assert.Equal(["c3@example.com", "corrected1@example.com"], bench.ReachableIn());
        Assert.Null(await bench.OptOutOfAsync("000001"));
        Assert.NotNull(await bench.OptOutOfAsync("000002"));
        Assert.Null(bench.Remote.Contact("corrected2@example.com"));
    }
}
