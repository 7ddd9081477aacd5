using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Campaigns;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Campaigns;

/// <summary>What is known of campaigns, counted by the store.</summary>
public sealed class CampaignReaderTests
{
    [Fact]
    public async Task Campaigns_AreToldNewestFirst_WithTheirCountersDaysLinksAndTheHostsOwn()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(5));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        var first = Send(bench, "First");
        bench.Emulator.Clock.Advance(TimeSpan.FromDays(1));
        var second = Send(bench, "Second");
        bench.Remote.Open(first, "c1@example.com");
        bench.Remote.Open(first, "c2@example.com");
        bench.Remote.Click(first, "c1@example.com", "https://shop.example/b");
        bench.Emulator.Clock.Advance(TimeSpan.FromDays(2));
        bench.Remote.Open(first, "c1@example.com");
        bench.Remote.Click(first, "c1@example.com", "https://shop.example/a");
        bench.Remote.Click(first, "c3@example.com", "https://shop.example/a");
        bench.Wait(5);
        await SyncBench.SucceedAsync(bench.CycleAsync(new RunOptions { Force = true }));
        await bench.Services.GetRequiredService<ICampaignLinks>().AnswerAsync(SyncBench.Id, first, new HostCampaign(null, "spring"), SyncBench.Cancel);
        var reader = bench.Services.GetRequiredService<ICampaignReader>();

        var all = await reader.GetAllAsync(SyncBench.Id, SyncBench.Cancel);
        var details = await reader.FindAsync(SyncBench.Id, first, SyncBench.Cancel);
        var quiet = await reader.FindAsync(SyncBench.Id, second, SyncBench.Cancel);

        Assert.Equal([second, first], all.Select(static campaign => campaign.Campaign.Id));
        Assert.Equal(("spring", "First", 5, 3), (all[1].Link!.MarketingCampaignId, all[1].Link!.Name, all[1].Counters.Sent, all[1].Counters.Clicks));
        Assert.Equal(all[1].Counters.Sent, all[1].Counters.All["NUMTOTALSENT"]);
        Assert.Equal([(2, 1), (0, 0), (1, 2)], details!.Days.Select(static day => ((int)day.Opens, (int)day.Clicks)));
        Assert.Equal(3, details.Days[^1].Day.DayNumber - details.Days[0].Day.DayNumber + 1);
        Assert.Equal([("https://shop.example/a", 2L), ("https://shop.example/b", 1L)], details.Links.Select(static link => (link.Url, link.Clicks)));
        Assert.Empty(quiet!.Days);
        Assert.Empty(quiet.Links);
        Assert.Null(await reader.FindAsync(SyncBench.Id, 999, SyncBench.Cancel));
        await Assert.ThrowsAsync<UnknownAccountException>(() => reader.GetAllAsync(new AccountId("other"), SyncBench.Cancel));
    }

    [Theory]
    [InlineData(null, 0, null)]
    [InlineData("{}", 0, null)]
    [InlineData("""{"numTotalSent":7,"rate":0.5,"name":"x"}""", 1, 7L)]
    public void Counters_AreTheWholeNumbersThatASummaryTells(string? summary, int count, long? sent)
    {
        var counters = CampaignCounters.Of(summary);

        Assert.Equal((count, sent), (counters.All.Count, counters.Sent));
    }

    private static int Send(SyncBench bench, string name)
    {
        var campaign = bench.Remote.CreateCampaign(name);
        bench.Remote.SendCampaign(campaign, bench.Book());
        return campaign;
    }
}
