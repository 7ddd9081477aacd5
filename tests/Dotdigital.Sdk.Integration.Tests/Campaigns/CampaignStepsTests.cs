using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Import;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Campaigns;

/// <summary>Rules IM-2, IM-9 and IM-10 against the emulator.</summary>
public sealed class CampaignStepsTests
{
    private const string Ada = "ada@example.com";
    private const string Bob = "bob@example.com";

    [Fact]
    public async Task IM2_Campaigns_FirstSeenSent_AreToldOnce_AndGoneOnesComeBack()
    {
        await using var bench = await ImportBench.StartAsync();
        var (campaign, _) = await SendAsync(bench);

        await bench.ImportCampaignsAsync();
        await bench.ImportCampaignsAsync();

        var told = Assert.IsType<CampaignFirstSent>(OutboxEvents.Restore(Assert.Single(await bench.EventsAsync())));
        Assert.Equal((campaign, "Spring sale", $"Spring_sale_{campaign}"), (told.CampaignId, told.Name, told.Code));
        Assert.Equal(["Newsletter"], told.ListNames);

        bench.Remote.DeleteCampaign(campaign);
        Assert.Equal(1, (await bench.ImportCampaignsAsync()).Removed);
        Assert.NotNull((await bench.CampaignAsync(campaign)).DeletedAt);
        Assert.Equal(0, (await bench.ImportActivityAsync()).Campaigns);
    }

    [Fact]
    public async Task IM2_Campaigns_WithinTheHour_AreNotReadUnlessForced()
    {
        await using var bench = await ImportBench.StartAsync();
        await SendAsync(bench);
        await bench.ImportCampaignsAsync(force: false);

        Assert.NotNull((await bench.ImportCampaignsAsync(force: false)).NotRun);
        bench.Emulator.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null((await bench.ImportCampaignsAsync(force: false)).NotRun);
    }

    [Fact]
    public async Task IM2_Campaigns_OneBookFails_NothingIsTakenAsGone()
    {
        await using var bench = await ImportBench.StartAsync();
        var (campaign, book) = await SendAsync(bench);
        await bench.ConnectAsync("Other");
        await bench.ImportCampaignsAsync();
        bench.Remote.DeleteCampaign(campaign);
        bench.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = $"/v2/address-books/{book}/campaigns" });

        var report = await bench.ImportCampaignsAsync();

        Assert.NotNull(report.Error);
        Assert.Equal(0, report.Removed);
        Assert.Null((await bench.CampaignAsync(campaign)).DeletedAt);
    }

    [Fact]
    public async Task IM2_Campaigns_ToldAndDelivered_AreNotToldAgain()
    {
        await using var bench = await ImportBench.StartAsync();
        await SendAsync(bench);
        await bench.ImportCampaignsAsync();
        await using (var unit = await bench.Store.BeginAsync(ImportBench.Id, ImportBench.Cancel))
        {
            await unit.Outbox.DeleteAsync([.. (await bench.EventsAsync()).Select(static row => row.Sequence)], ImportBench.Cancel);
            await unit.CommitAsync(ImportBench.Cancel);
        }

        await bench.ImportCampaignsAsync();

        Assert.Empty(await bench.EventsAsync());
    }

    [Fact]
    public async Task IM2_Campaigns_AnEmptyAnswer_DeletesNothingByItself()
    {
        await using var bench = await ImportBench.StartAsync();
        var (first, book) = await SendAsync(bench);
        var campaigns = new List<int> { first };
        for (var i = 0; i < 21; i++)
        {
            campaigns.Add(bench.Remote.CreateCampaign($"Sale {i}"));
            bench.Remote.SendCampaign(campaigns[^1], book);
        }

        await bench.ImportCampaignsAsync();
        campaigns.ForEach(bench.Remote.DeleteCampaign);

        // Each is asked for, and no more than 20 in one run.
        Assert.Equal(20, (await bench.ImportCampaignsAsync()).Removed);
        Assert.Equal(2, (await bench.ImportCampaignsAsync()).Removed);
    }

    [Fact]
    public async Task Activity_FirstReadThenSince_StoresEachEventOnce_WithItsItem()
    {
        await using var bench = await ImportBench.StartAsync();
        var (campaign, book) = await SendAsync(bench);
        await bench.AddMemberAsync(Ada, book, 1, "item-ada");
        bench.Remote.Open(campaign, Ada);
        bench.Remote.Open(campaign, Ada);
        bench.Remote.Click(campaign, Ada, "https://shop.example/a");
        bench.Remote.HardBounce(Bob, campaign);
        await bench.ImportCampaignsAsync();

        var first = await bench.ImportActivityAsync();
        var again = await bench.ImportActivityAsync();
        bench.Remote.Open(campaign, Ada);
        var since = await bench.ImportActivityAsync();

        Assert.Null(first.Activities.Error);
        Assert.Equal(0, again.Activities.Added);
        Assert.Equal(1, since.Activities.Added);
        var marketing = await bench.MarketingAsync(campaign);
        var ada = marketing.Where(activity => activity.RemoteContactId == bench.Remote.Contact(Ada)!.Id).ToList();
        Assert.All(ada, activity => Assert.Equal((1, "item-ada"), (activity.ConnectionId!.Value, activity.ItemId)));
        var opens = bench.Remote.Campaigns.Single().Opens;
        Assert.Equal(opens, marketing.Count(activity => activity.Kind == MarketingActivityKind.Open));
        Assert.Equal(2, marketing.Count(activity => activity.Kind == MarketingActivityKind.Send));
        Assert.Single(marketing, activity => activity.Kind == MarketingActivityKind.Click);
        Assert.Single(marketing, activity => activity.Kind == MarketingActivityKind.HardBounce);
        Assert.Contains("\"numTotalOpens\"", (await bench.CampaignAsync(campaign)).Summary, StringComparison.Ordinal);
        Assert.NotNull((await bench.CampaignAsync(campaign)).SentAt);
    }

    [Fact]
    public async Task Activity_UnknownContact_IsParked_AndFindsItsItemWhenItBecomesKnown()
    {
        await using var bench = await ImportBench.StartAsync();
        var (campaign, book) = await SendAsync(bench);
        bench.Remote.Open(campaign, Ada);
        await bench.ImportCampaignsAsync();
        Assert.Equal(2, (await bench.ImportActivityAsync()).Activities.SetAside);

        await bench.AddMemberAsync(Ada, book, 1, "item-ada");
        await bench.ImportActivityAsync();

        var ada = (await bench.MarketingAsync(campaign)).Where(activity => activity.RemoteContactId == bench.Remote.Contact(Ada)!.Id).ToList();
        Assert.Equal(2, ada.Count);
        Assert.All(ada, activity => Assert.Equal("item-ada", activity.ItemId));
    }

    [Fact]
    public async Task Activity_ItemKnownLater_IsFoundByTheDailyRead()
    {
        await using var bench = await ImportBench.StartAsync();
        var (campaign, book) = await SendAsync(bench);
        await bench.AddMemberAsync(Ada, book, null, null);
        bench.Remote.Open(campaign, Ada);
        await bench.ImportCampaignsAsync();
        bench.Emulator.Clock.Advance(TimeSpan.FromDays(30));
        await bench.ImportActivityAsync();
        await bench.WriteAsync(async unit =>
        {
            var contact = Assert.Single(await unit.Contacts.PageAsync(0, 10, ImportBench.Cancel));
            var membership = Assert.Single(await unit.Memberships.FindByContactAsync([contact.Id], ImportBench.Cancel));
            await unit.Memberships.SaveAsync([membership with { ConnectionId = 1, ItemId = "item-ada" }], ImportBench.Cancel);
        });

        await bench.ImportActivityAsync();

        var statistics = Assert.Single(await bench.ReadAsync(unit => unit.Activities.PageStatisticsAsync(campaign, 0, 10, ImportBench.Cancel)));
        Assert.Equal(("item-ada", 1L), (statistics.ItemId, statistics.Opens));
    }

    [Fact]
    public async Task Activity_QuietCycle_CostsOneCallAndFourForEachRecentCampaign()
    {
        await using var bench = await ImportBench.StartAsync();
        await SendAsync(bench);
        await bench.ImportCampaignsAsync();
        await bench.ImportActivityAsync();
        await QuietAsync(bench, TimeSpan.FromHours(2));

        var recent = await QuietAsync(bench, TimeSpan.FromHours(2));
        await QuietAsync(bench, TimeSpan.FromDays(30));
        var old = await QuietAsync(bench, TimeSpan.FromHours(2));

        Assert.Equal((5, 1), (recent, old));
    }

    [Fact]
    public async Task Activity_OneCampaignFails_OthersGoOn_AndItIsReadFromTheBeginningLater()
    {
        await using var bench = await ImportBench.StartAsync();
        var (failing, book) = await SendAsync(bench);
        var fine = bench.Remote.CreateCampaign("Fine");
        bench.Remote.SendCampaign(fine, book);
        await bench.ImportCampaignsAsync();
        bench.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = $"/v2/campaigns/{failing}/opens", Times = 2 });

        var report = await bench.ImportActivityAsync();
        bench.Emulator.Clock.Advance(TimeSpan.FromDays(60));
        await bench.ImportActivityAsync();
        bench.Emulator.Clock.Advance(TimeSpan.FromDays(60));
        var later = await bench.ImportActivityAsync();

        Assert.NotNull(report.Activities.Error);
        Assert.Equal(4, (await bench.MarketingAsync(failing)).Count + (await bench.MarketingAsync(fine)).Count);
        Assert.Equal(1, later.Campaigns);
        Assert.Null(later.Activities.Error);
        Assert.Equal(0, (await bench.ImportActivityAsync()).Campaigns);
        Assert.NotNull((await bench.CampaignAsync(failing)).Summary);
    }

    [Fact]
    public async Task Activity_ManyPages_CountsEveryEventOnce()
    {
        await using var bench = await ImportBench.StartAsync();
        var book = await bench.ConnectAsync("Newsletter");
        bench.Remote.AddContacts("many{0}@example.com", 0, 2350, [book]);
        var campaign = bench.Remote.CreateCampaign("Big");
        bench.Remote.SendCampaign(campaign, book);
        bench.Remote.OpenMany(campaign);
        bench.Remote.OpenMany(campaign, 700);
        bench.Remote.ClickMany(campaign, "https://shop.example/a", 1100);
        await bench.ImportCampaignsAsync();

        await bench.ImportActivityAsync();
        Assert.Equal(0, (await bench.ImportActivityAsync()).Activities.Added);

        var counts = await bench.ReadAsync(unit => unit.Activities.CountMarketingAsync(campaign, ImportBench.Cancel));
        var remote = bench.Remote.Campaigns.Single();
        Assert.Equal((2350L, (long)remote.Opens, (long)remote.Clicks), (counts[MarketingActivityKind.Send], counts[MarketingActivityKind.Open], counts[MarketingActivityKind.Click]));
    }

    [Fact]
    public async Task Activity_InterruptedAnywhereInTheFirstRead_EndsWithEveryEventOnce()
    {
        await using var bench = await ImportBench.StartAsync();
        var book = await bench.ConnectAsync("Newsletter");
        bench.Remote.AddContacts("many{0}@example.com", 0, 1200, [book]);
        var campaign = bench.Remote.CreateCampaign("Big");
        bench.Remote.SendCampaign(campaign, book);
        bench.Remote.OpenMany(campaign);
        bench.Remote.OpenMany(campaign, 300);
        await bench.ImportCampaignsAsync();

        for (var calls = 0; calls < 8; calls++)
        {
            bench.Emulator.Faults.Clear();
            bench.Emulator.Faults.Add(new Fault(FaultKind.TruncatedBody) { Operation = $"/v2/campaigns/{campaign}/*", After = calls });
            await bench.ImportActivityAsync();
            bench.Emulator.Clock.Advance(TimeSpan.FromMinutes(4));
        }

        bench.Emulator.Faults.Clear();
        await bench.ImportActivityAsync();

        var counts = await bench.ReadAsync(unit => unit.Activities.CountMarketingAsync(campaign, ImportBench.Cancel));
        Assert.Equal((1200L, 1500L), (counts[MarketingActivityKind.Send], counts[MarketingActivityKind.Open]));
        Assert.NotNull((await bench.CampaignAsync(campaign)).Summary);
    }

    [Fact]
    public async Task Activity_RunLimitedToOneList_LeavesTheAccountsWatermark_CN3()
    {
        await using var bench = await ImportBench.StartAsync();
        var (campaign, _) = await SendAsync(bench);
        await bench.ConnectAsync("Other");
        await bench.ImportCampaignsAsync();
        await bench.ImportActivityAsync();
        var before = await bench.ReadAsync(unit => unit.Watermarks.GetAsync(StepNames.ImportActivities, 0, ImportBench.Cancel));
        bench.Emulator.Clock.Advance(TimeSpan.FromDays(10));
        bench.Remote.Open(campaign, Ada);
        bench.Emulator.Clock.Advance(TimeSpan.FromDays(10));

        var limited = await bench.ImportActivityAsync("Other");
        var whole = await bench.ImportActivityAsync();

        Assert.NotNull(before.At);
        Assert.Equal((0, 1L), (limited.Campaigns, whole.Activities.Added));
    }

    [Fact]
    public async Task Activity_ReconnectedBook_BringsWhatHappenedMeanwhile()
    {
        await using var bench = await ImportBench.StartAsync();
        var (campaign, _) = await SendAsync(bench);
        await bench.ImportCampaignsAsync();
        await bench.ImportActivityAsync();
        await EnableAsync(bench, false);
        await bench.ImportCampaignsAsync();
        bench.Emulator.Clock.Advance(TimeSpan.FromDays(10));
        bench.Remote.Open(campaign, Ada);
        bench.Emulator.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(0, (await bench.ImportActivityAsync()).Campaigns);

        await EnableAsync(bench, true);
        await bench.ImportCampaignsAsync();
        await bench.ImportActivityAsync();

        Assert.Single(await bench.MarketingAsync(campaign), activity => activity.Kind == MarketingActivityKind.Open);
    }

    private static Task EnableAsync(ImportBench bench, bool isEnabled) => bench.WriteAsync(async unit =>
    {
        var connection = Assert.Single(await unit.Connections.GetAllAsync(ImportBench.Cancel));
        await unit.Connections.SaveAsync(connection with { IsEnabled = isEnabled }, ImportBench.Cancel);
    });

    /// <summary>Some time later, one run in which nothing happened: how many calls it took.</summary>
    private static async Task<int> QuietAsync(ImportBench bench, TimeSpan later)
    {
        bench.Emulator.Clock.Advance(later);
        bench.Remote.ClearRequests();
        await bench.ImportActivityAsync();
        return bench.Remote.Requests.Count;
    }

    private static async Task<(int Campaign, int Book)> SendAsync(ImportBench bench)
    {
        var book = await bench.ConnectAsync("Newsletter");
        bench.Remote.AddContact(Ada, [book]);
        bench.Remote.AddContact(Bob, [book]);
        var campaign = bench.Remote.CreateCampaign("Spring sale");
        bench.Remote.SendCampaign(campaign, book);
        return (campaign, book);
    }
}
