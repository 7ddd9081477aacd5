using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Import;

/// <summary>Rule W-2: a read of millions lets other runs have their turn, and nothing is sent before it ended (rule OP-6).</summary>
public sealed class LongReadTests
{
    [Fact]
    public async Task W2_LongFirstRead_StopsAfterItsSlice_AsksForAnotherRun_GoesOn_AndSendsOnlyAtItsEnd()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop, static options => options.LongReadSlice = TimeSpan.Zero);
        bench.Remote.AddContacts("many{0}@example.com", 0, 11_000, [bench.Remote.CreateAddressBook("Customers")]);

        var slices = 0;
        SyncReport report;
        while ((report = await bench.CycleAsync()).Continues)
        {
            Assert.Empty(report.Failures);
            Assert.Empty(await bench.BatchesAsync());
            Assert.Contains(report.Steps, static step => step is { Step: StepNames.ReadSuppressions, Error: null });
            Assert.Contains("cycle", await bench.Store.Locks.TakeRequestsAsync(SyncBench.Id, SyncBench.Cancel));
            await SyncBench.SucceedAsync(bench.StatusAsync());
            slices++;
            if (slices == 1)
            {
                await bench.RestartAsync();
            }

            Assert.True(slices < 50);
        }

        Assert.True(slices >= 2, $"{slices} slices");
        Assert.Single(await bench.BatchesAsync());
        Assert.True(await bench.ReadAsync(static unit => unit.Contacts.CountAsync(SyncBench.Cancel)) >= 11_000);
        Assert.Empty(await bench.Store.Locks.TakeRequestsAsync(SyncBench.Id, SyncBench.Cancel));
    }
}
