using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Scheduling;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
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
    public async Task W2_BetweenTheSlicesOfOneHugeCampaign_StatusAndOptOutsHaveTheirTurn()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop, static options => options.LongReadSlice = TimeSpan.Zero);
        await bench.RunUntilQuietAsync();
        bench.Remote.AddContacts("many{0}@example.com", 0, 2_200, [bench.Book()]);
        var campaign = bench.Remote.CreateCampaign("Huge");
        bench.Remote.SendCampaign(campaign, bench.Book());
        bench.Remote.OpenMany(campaign);
        bench.Wait(61);
        shop.Add(SyncBench.Customers(3));

        // A status is asked for while the campaign is read, and remembered.
        var pause = new PauseAt(StepNames.ImportActivities);
        var cycle = Task.Run(() => bench.Services.GetRequiredService<ISyncOrchestrator>().RunCycleAsync(SyncBench.Id, null, pause, SyncBench.Cancel), SyncBench.Cancel);
        await pause.Reached.WaitAsync(SyncBench.Cancel);
        Assert.True((await bench.StatusAsync()).WasBusy);
        pause.GoOn();
        var first = await cycle;
        Assert.Empty(first.Failures);
        var cut = first.Steps.Single(static step => step.Step == StepNames.ImportActivities);
        Assert.Equal((true, 1000L), (cut.Continues, cut.Read));
        Assert.Contains(await bench.BatchesAsync(), static batch => batch.State != BatchState.Settled);
        bench.Remote.Unsubscribe("c1@example.com", bench.Book());
        bench.Wait(10);

        // What was asked for runs: the status, then a cycle, opt-outs first, and one page of the campaign.
        bench.Remote.ClearRequests();
        await bench.Services.GetRequiredService<SyncJobs>().RunRequestedAsync(SyncBench.Id, SyncBench.Cancel);
        var paths = bench.Remote.Requests.Select(static request => request.PathAndQuery).ToList();
        var status = paths.FindIndex(static path => path.StartsWith("/v2/contacts/import/", StringComparison.Ordinal));
        var optOuts = paths.FindIndex(static path => path.Contains("/unsubscribed-since/", StringComparison.Ordinal));
        var activity = paths.FindIndex(path => path.StartsWith($"/v2/campaigns/{campaign}/", StringComparison.Ordinal));
        Assert.True(status >= 0 && status < optOuts && optOuts < activity, string.Join('\n', paths));
        Assert.Single(paths, path => path.StartsWith($"/v2/campaigns/{campaign}/activities", StringComparison.Ordinal));
        Assert.DoesNotContain(await bench.BatchesAsync(), static batch => batch.State != BatchState.Settled);
        Assert.Equal(Reachability.OptedOut, (await bench.MembershipAsync("c1@example.com"))!.Status.Reachability);
        Assert.Null((await bench.WatermarkAsync(StepNames.ImportActivities, campaign)).At);

        // And so on, also after a kill, until nothing is asked for any more.
        for (var i = 0; (await bench.Store.Locks.GetRequestsAsync(SyncBench.Cancel)).Count > 0; i++)
        {
            Assert.True(i < 20);
            await bench.RestartAsync();
            await bench.Services.GetRequiredService<SyncJobs>().RunRequestedAsync(SyncBench.Id, SyncBench.Cancel);
        }

        var counts = await bench.ReadAsync(unit => unit.Activities.CountMarketingAsync(campaign, SyncBench.Cancel));
        Assert.Equal((2_202L, 2_202L), (counts[MarketingActivityKind.Send], counts[MarketingActivityKind.Open]));
        Assert.NotNull((await bench.WatermarkAsync(StepNames.ImportActivities, campaign)).At);
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

    /// <summary>Holds a run where it first tells of a step's progress.</summary>
    private sealed class PauseAt(string step) : IProgress<SyncProgress>
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _goOn = new();

        public Task Reached => _reached.Task;

        public void GoOn() => _goOn.SetResult();

        public void Report(SyncProgress value)
        {
            if (value.Step == step && _reached.TrySetResult())
            {
                _goOn.Task.GetAwaiter().GetResult();
            }
        }
    }
}
