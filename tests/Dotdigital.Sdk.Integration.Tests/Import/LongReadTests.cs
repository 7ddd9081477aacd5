using Dotdigital.Sdk.Integration.Contacts;
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
            await bench.Store.Locks.CompleteRequestsAsync(SyncBench.Id, ["cycle"], SyncBench.Cancel);
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

    [Fact]
    public async Task W2_LongFirstReadOfOptOuts_IsCutToo_GoesOnAfterARestart_AndNobodyIsMissedWhateverMovesMeanwhile()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop, static options => options.LongReadSlice = TimeSpan.Zero);
        bench.Remote.AddContacts("gone{0}@example.com", 0, 2_500);
        for (var i = 0; i < 2_500; i++)
        {
            bench.Remote.Suppress($"gone{i}@example.com");
        }

        var first = await bench.CycleAsync();
        Assert.True(first.Steps.Single(static step => step.Step == StepNames.ReadSuppressions).Continues);
        Assert.Empty(await bench.BatchesAsync());
        Assert.Null((await bench.WatermarkAsync(StepNames.ReadSuppressions)).At);

        // More than a page reaches back: the place that was kept does not count any more.
        for (var i = 0; i < 200; i++)
        {
            bench.Remote.Resubscribe($"gone{i}@example.com");
        }

        await bench.RestartAsync();
        for (var i = 0; i < 20 && (await bench.CycleAsync()).Continues; i++)
        {
            Assert.Empty(await bench.BatchesAsync());
        }

        Assert.NotNull((await bench.WatermarkAsync(StepNames.ReadSuppressions)).At);
        Assert.Equal(SubscriptionStatus.Suppressed, (await bench.ContactAsync("gone2499@example.com"))!.Status);
        Assert.Equal(SubscriptionStatus.Suppressed, (await bench.ContactAsync("gone1000@example.com"))!.Status);
        Assert.Single(await bench.BatchesAsync());
    }

    [Fact]
    public async Task W2_ActivitiesOfManyCampaigns_AreReadCampaignByCampaign_InTurns()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop, static options => options.LongReadSlice = TimeSpan.Zero);
        await bench.RunUntilQuietAsync();
        var campaigns = Enumerable.Range(1, 3).Select(i => bench.Remote.CreateCampaign($"Campaign {i}")).ToList();
        foreach (var campaign in campaigns)
        {
            bench.Remote.SendCampaign(campaign, bench.Book());
        }

        bench.Wait(5);
        var cut = await bench.ImportAsync(new Dotdigital.Sdk.Integration.Accounts.RunOptions { Force = true });
        Assert.True(cut.Steps.Single(static step => step.Step == StepNames.ImportActivities).Continues);
        await bench.RestartAsync();
        await bench.ImportAsync();
        await bench.ImportAsync();

        foreach (var campaign in campaigns)
        {
            Assert.Equal(2, (await bench.ReadAsync(unit => unit.Activities.PageAsync(campaign, 0, 10, SyncBench.Cancel))).Count);
        }
    }
}
