using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Campaigns;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Events;

/// <summary>Rule IM-2: the host's own campaigns, and the merging of its marketing campaigns; rule IM-9: activity told in pages.</summary>
public sealed class CampaignHostTests
{
    [Fact]
    public async Task IM2_TheHostIsAskedOnce_AndActivityCarriesItsIds()
    {
        var (bench, host) = await StartAsync(3);
        await using var _ = bench;
        var campaign = Send(bench, "Spring");

        await bench.CycleAsync(new RunOptions { Force = true });
        await bench.CycleAsync(new RunOptions { Force = true });

        Assert.Equal(campaign, Assert.Single(host.Asked).CampaignId);
        var link = Assert.Single(await Links(bench).GetAllAsync(SyncBench.Id, SyncBench.Cancel));
        Assert.Equal(new HostCampaign($"e{campaign}", $"m{campaign}"), link.Answer);
        Assert.Equal(3, host.Activities.Count());
        Assert.All(host.Activities, activity => Assert.Equal(
            ($"e{campaign}", $"m{campaign}", "customers", MarketingActivityKind.Send), (activity.EmailCampaignId, activity.MarketingCampaignId, activity.ListName, activity.Kind)));
        Assert.Equal(["000001", "000002", "000003"], host.Activities.Select(static activity => activity.ItemId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task IM2_AHostThatRefuses_IsAskedAgain_UntilItAnswers()
    {
        var (bench, host) = await StartAsync(1);
        await using var _ = bench;
        host.RefusesCampaigns = true;
        var campaign = Send(bench, "Spring");
        await bench.CycleAsync(new RunOptions { Force = true });
        host.RefusesCampaigns = false;

        bench.Wait(5);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        bench.Wait(5);
        await SyncBench.SucceedAsync(bench.CycleAsync());

        Assert.Equal([campaign, campaign], host.Asked.Select(static asked => asked.CampaignId));
        Assert.Equal(host.Asked[0].EventId, host.Asked[1].EventId);
    }

    [Fact]
    public async Task IM2_AnAnswerLostInAKill_IsAskedForAgain_AndAnAnswerGivenByHand_IsNot()
    {
        var (bench, host) = await StartAsync(1);
        await using var _ = bench;
        var campaign = Send(bench, "Spring");
        host.RefusesCampaigns = true;
        await bench.CycleAsync(new RunOptions { Force = true });
        host.RefusesCampaigns = false;
        bench.Wait(5);
        for (var commit = 1; commit < 60 && host.Asked.Count < 2; commit++)
        {
            // Dies at ever later commits, until it died with the answer in hand.
            bench.Kills.At(commit, afterCommit: false);
            await Assert.ThrowsAnyAsync<Exception>(() => bench.CycleAsync());
            await bench.RestartAsync();
            bench.Wait(1);
        }

        Assert.DoesNotContain(await Links(bench).GetAllAsync(SyncBench.Id, SyncBench.Cancel), static link => link.Answer is not null);
        await Links(bench).AnswerAsync(SyncBench.Id, campaign, new HostCampaign("mine", null), SyncBench.Cancel);
        var asked = host.Asked.Count;
        bench.Wait(5);
        await SyncBench.SucceedAsync(bench.CycleAsync());

        Assert.Equal(asked, host.Asked.Count);
        Assert.Equal("mine", Assert.Single(await Links(bench).GetAllAsync(SyncBench.Id, SyncBench.Cancel)).Answer!.EmailCampaignId);
    }

    [Fact]
    public async Task IM2_AfterAMerge_LaterActivityFollows_AndCirclesAreRefused()
    {
        var (bench, host) = await StartAsync(1);
        await using var _ = bench;
        var (one, two, three) = (Send(bench, "One"), Send(bench, "Two"), Send(bench, "Three"));
        await SyncBench.SucceedAsync(bench.CycleAsync(new RunOptions { Force = true }));
        host.Pages.Clear();
        var links = Links(bench);

        await links.MergeAsync(SyncBench.Id, $"m{one}", $"m{two}", SyncBench.Cancel);
        await links.MergeAsync(SyncBench.Id, $"m{two}", $"m{three}", SyncBench.Cancel);
        await links.MergeAsync(SyncBench.Id, $"m{one}", $"m{two}", SyncBench.Cancel);
        await Assert.ThrowsAsync<CampaignLinkException>(() => links.MergeAsync(SyncBench.Id, $"m{three}", $"m{one}", SyncBench.Cancel));
        await Assert.ThrowsAsync<CampaignLinkException>(() => links.MergeAsync(SyncBench.Id, $"m{three}", $"m{three}", SyncBench.Cancel));
        await Assert.ThrowsAsync<CampaignLinkException>(() => links.MergeAsync(SyncBench.Id, $"m{one}", "other", SyncBench.Cancel));
        await Assert.ThrowsAsync<CampaignLinkException>(() => links.MergeAsync(SyncBench.Id, "unheard-of", $"m{one}", SyncBench.Cancel));
        bench.Remote.Open(one, "c1@example.com");
        bench.Wait(5);
        await SyncBench.SucceedAsync(bench.CycleAsync());

        var open = Assert.Single(host.Activities);
        Assert.Equal((one, $"e{one}", $"m{three}"), (open.CampaignId, open.EmailCampaignId, open.MarketingCampaignId));
        Assert.Equal(2, (await links.GetMergesAsync(SyncBench.Id, SyncBench.Cancel)).Count);
        Assert.All(await links.GetAllAsync(SyncBench.Id, SyncBench.Cancel), link => Assert.Equal($"m{three}", link.MarketingCampaignId));
    }

    [Fact]
    public async Task IM9_TwoThousandActivities_ComeInPages_AndAPageThatWasRefusedOrKilled_ComesAgainWithTheSameIds()
    {
        var (bench, host) = await StartAsync(2000);
        await using var _ = bench;
        Send(bench, "Spring");
        host.RefusePages = 1;

        var refused = await bench.CycleAsync(new RunOptions { Force = true });
        Assert.Contains(refused.Failures, static step => step.Step == Integration.Diagnostics.StepNames.DeliverActivities);
        Assert.DoesNotContain("full", refused.Failures.Single().Error, StringComparison.Ordinal);
        Assert.Single(host.Pages);
        await bench.CycleAsync();
        Assert.Single(host.Pages);
        bench.Wait(5);
        await SyncBench.SucceedAsync(bench.CycleAsync());

        Assert.All(host.Pages, static page => Assert.InRange(page.Activities.Count, 1, 200));
        Assert.Equal(host.Pages[0].Activities.Select(static activity => activity.Id), host.Pages[1].Activities.Select(static activity => activity.Id));
        Assert.Equal(2200, host.Activities.Count());
        Assert.Equal(2000, host.Activities.Select(static activity => activity.Id).Distinct().Count());
        Assert.Equal((0, 0), await bench.ReadAsync(unit => unit.Outbox.CountAsync(SyncBench.Cancel)));
        var state = await bench.ReadAsync(unit => unit.JobStates.FindAsync(JobNames.DeliverActivities, SyncBench.Cancel));
        Assert.Equal((0, null), (state!.Failures, state.FailingSince));
    }

    private static ICampaignLinks Links(SyncBench bench) => bench.Services.GetRequiredService<ICampaignLinks>();

    private static int Send(SyncBench bench, string name)
    {
        var campaign = bench.Remote.CreateCampaign(name);
        bench.Remote.SendCampaign(campaign, bench.Book());
        bench.Wait(5);
        return campaign;
    }

    private static async Task<(SyncBench Bench, TestCampaignHost Host)> StartAsync(int customers)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(customers));
        var host = new TestCampaignHost();
        var bench = await SyncBench.StartAsync(shop, extend: host.AddTo);
        await bench.SettleAsync();
        return (bench, host);
    }
}
