using System.Globalization;
using Dotdigital.Sdk.Integration.Campaigns;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Dotdigital.Sdk.Integration.Tests.Import;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Campaigns;

/// <summary>Rule W-2: the activity of one huge campaign is read in slices, each event once (rule IM-9).</summary>
public sealed class ActivitySliceTests
{
    private const int Contacts = 2350;

    [Fact]
    public async Task W2_OneCampaign_IsReadASliceARun_EveryEventOnce_AlsoThoseOfOneSecond()
    {
        await using var bench = await ImportBench.StartAsync();
        bench.Options.LongReadSlice = TimeSpan.Zero;
        var campaign = await SendAsync(bench, "Big", Contacts);

        // The second of a contact's two opens comes pages, and so runs, later than the first.
        bench.Remote.OpenMany(campaign);
        bench.Remote.OpenMany(campaign, 700);
        bench.Remote.OpenMany(campaign, 700);
        bench.Remote.ClickMany(campaign, "https://shop.example/a", 1100);
        bench.Remote.ClickMany(campaign, "https://shop.example/a", 1100);
        await bench.ImportCampaignsAsync();
        var began = bench.Run().DotdigitalBegin;

        var slices = 0;
        long read = 0;
        StepReport report;
        while ((report = await SliceAsync(bench, campaign)).Continues)
        {
            read += report.Read;
            Assert.Null(report.Error);
            Assert.Null((await MarkAsync(bench, campaign)).At);
            Assert.NotNull((await MarkAsync(bench, campaign)).Cursor);
            bench.Emulator.Clock.Advance(TimeSpan.FromMinutes(7));
            Assert.True(++slices < 20);
        }

        // Activities, opens and clicks: a page each run, and the ends of two lists on the way.
        Assert.True(slices >= 7, $"{slices} slices");
        await AssertCountsAsync(bench, campaign);
        var mark = await MarkAsync(bench, campaign);
        Assert.Equal((null, null), (mark.Cursor, mark.BeganAt));
        Assert.InRange(mark.At!.Value, began, began.AddMinutes(5));
        Assert.Empty(await bench.ReadAsync(unit => unit.StagedIds.PageAsync(StepNames.ImportActivities, campaign, long.MinValue, 10, ImportBench.Cancel)));
        Assert.True(read + report.Read >= Contacts + 3750 + 2200);

        // The next increments find the same events again.
        for (var i = 0; i < 10; i++)
        {
            await SliceAsync(bench, campaign);
        }

        await AssertCountsAsync(bench, campaign);
    }

    [Fact]
    public async Task W2_CutRead_InterruptedAnywhere_GoesOnFromItsCursor_AndStoresNothingTwice()
    {
        await using var bench = await ImportBench.StartAsync();
        bench.Options.LongReadSlice = TimeSpan.Zero;
        var campaign = await SendAsync(bench, "Big", Contacts);
        bench.Remote.OpenMany(campaign);
        bench.Remote.OpenMany(campaign, 1000);
        await bench.ImportCampaignsAsync();

        var first = await SliceAsync(bench, campaign);
        Assert.True(first.Continues);
        var places = new List<string?>();
        for (var i = 0; (await MarkAsync(bench, campaign)).At is null; i++)
        {
            Assert.True(i < 40);
            places.Add((await MarkAsync(bench, campaign)).Cursor?.Split(':')[0]);
            bench.Emulator.Faults.Clear();
            bench.Emulator.Faults.Add(new Emulator.Faults.Fault(Emulator.Faults.FaultKind.TruncatedBody) { Operation = $"/v2/campaigns/{campaign}/*", After = i % 3, Times = 1 });
            await bench.ImportActivityAsync();
        }

        // Never back to a beginning once something was stored.
        Assert.Equal(places.Distinct().Count(), places.Where((place, i) => i == 0 || place != places[i - 1]).Count());
        Assert.DoesNotContain(null, places);
        bench.Emulator.Faults.Clear();
        var counts = await CountAsync(bench, campaign);
        Assert.Equal((Contacts, 3350L), (counts[MarketingActivityKind.Send], counts[MarketingActivityKind.Open]));
    }

    [Fact]
    public async Task W2_KilledAtAnyCommit_GoesOnAfterwards_AndCountsEveryEventOnce()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop, static options => options.LongReadSlice = TimeSpan.Zero);
        await bench.RunUntilQuietAsync();
        bench.Remote.AddContacts("many{0}@example.com", 0, 1200, [bench.Book()]);
        var campaign = bench.Remote.CreateCampaign("Big");
        bench.Remote.SendCampaign(campaign, bench.Book());
        bench.Remote.OpenMany(campaign);
        bench.Remote.OpenMany(campaign, 900);
        bench.Wait(61);

        for (var commit = 1; commit <= 24; commit++)
        {
            bench.Kills.At(commit, afterCommit: commit % 2 == 0);
            try
            {
                await bench.ImportAsync();
            }
            catch (AccountLeaseLostException)
            {
            }

            await bench.RestartAsync();
        }

        for (var i = 0; i < 20 && (await bench.ImportAsync()).Continues; i++)
        {
        }

        Assert.NotNull((await bench.WatermarkAsync(StepNames.ImportActivities, campaign)).At);
        var counts = await bench.ReadAsync(unit => unit.Activities.CountMarketingAsync(campaign, SyncBench.Cancel));
        Assert.Equal((1202L, 2102L), (counts[MarketingActivityKind.Send], counts[MarketingActivityKind.Open]));
        Assert.Empty(await bench.ReadAsync(unit => unit.StagedIds.PageAsync(StepNames.ImportActivities, campaign, long.MinValue, 10, SyncBench.Cancel)));
    }

    [Fact]
    public async Task W2_UnreadableCursor_ReadsTheCampaignAnew_AndCountsNothingTwice()
    {
        await using var bench = await ImportBench.StartAsync();
        bench.Options.LongReadSlice = TimeSpan.Zero;
        var campaign = await SendAsync(bench, "Big", 1200);
        bench.Remote.OpenMany(campaign);
        bench.Remote.OpenMany(campaign, 300);
        await bench.ImportCampaignsAsync();
        while ((await MarkAsync(bench, campaign)).Cursor?.StartsWith("Opens;;1", StringComparison.Ordinal) != true)
        {
            await SliceAsync(bench, campaign);
        }

        await bench.WriteAsync(async unit => await unit.Watermarks.SaveAsync(await unit.Watermarks.GetAsync(StepNames.ImportActivities, campaign, ImportBench.Cancel) with { Cursor = "of another version" }, ImportBench.Cancel));
        for (var i = 0; i < 20 && (await SliceAsync(bench, campaign)).Continues; i++)
        {
        }

        var counts = await CountAsync(bench, campaign);
        Assert.Equal((1200L, 1500L), (counts[MarketingActivityKind.Send], counts[MarketingActivityKind.Open]));
    }

    [Fact]
    public async Task W2_HugeCampaign_DoesNotKeepOthersWaiting_AndTakesTurnsWithThem()
    {
        await using var bench = await ImportBench.StartAsync();
        bench.Options.LongReadSlice = TimeSpan.Zero;
        var huge = await SendAsync(bench, "Huge", 3300);
        var small = bench.Remote.CreateCampaign("Small");
        var book = Assert.Single(bench.Remote.AddressBooks, static book => book.Name == "Newsletter").Id;
        bench.Remote.SendCampaign(small, book);
        bench.Remote.OpenMany(huge);
        bench.Remote.OpenMany(small, 10);
        await bench.ImportCampaignsAsync();

        await SliceAsync(bench, huge);
        for (var i = 0; i < 10 && (await MarkAsync(bench, small)).At is null; i++)
        {
            await SliceAsync(bench, small);
        }

        Assert.Null((await MarkAsync(bench, huge)).At);
        Assert.NotNull((await MarkAsync(bench, small)).At);
        for (var i = 0; i < 40 && (await SliceAsync(bench, huge)).Continues; i++)
        {
        }

        // What only waits for its next increment is no reason for a run of its own.
        Assert.NotNull((await MarkAsync(bench, huge)).At);
        bench.Emulator.Clock.Advance(TimeSpan.FromHours(2));
        for (var i = 0; i < 20 && (await SliceAsync(bench, huge)).Continues; i++)
        {
        }

        for (var i = 0; i < 3; i++)
        {
            bench.Emulator.Clock.Advance(TimeSpan.FromHours(2));
            var report = await SliceAsync(bench, huge);
            Assert.Equal((null, false), (report.Error, report.Continues));
        }

        Assert.Equal((3300L, 10L), ((await CountAsync(bench, huge))[MarketingActivityKind.Open], (await CountAsync(bench, small))[MarketingActivityKind.Open]));
    }

    [Fact]
    public async Task W2_DailyLateRead_IsCutToo_AndWhatItLeftIsReadAsFarBackInItsTurn()
    {
        await using var bench = await ImportBench.StartAsync();
        var first = await SendAsync(bench, "First", 1500);
        var book = Assert.Single(bench.Remote.AddressBooks, static book => book.Name == "Newsletter").Id;
        var second = bench.Remote.CreateCampaign("Second");
        bench.Remote.SendCampaign(second, book);
        await bench.ImportCampaignsAsync();
        await bench.ImportActivityAsync();
        await bench.ImportActivityAsync();
        bench.Remote.OpenMany(first);
        bench.Emulator.Clock.Advance(TimeSpan.FromHours(25));
        bench.Options.LongReadSlice = TimeSpan.Zero;

        // The daily read: the first campaign is cut within its activities, the second has no turn.
        var read = (await MarkAsync(bench, second)).At!.Value;
        var late = await SliceAsync(bench, first);
        Assert.True(late.Continues);
        Assert.Equal(read - LateActivity.Reach, ActivityCursor.Parse((await MarkAsync(bench, first)).Cursor)!.Since!.Value, TimeSpan.FromMinutes(1));

        bench.Remote.ClearRequests();
        await SliceAsync(bench, second);
        Assert.Equal(read - LateActivity.Reach, SinceOf(bench, second), TimeSpan.FromMinutes(1));
        for (var i = 0; i < 10 && (await SliceAsync(bench, first)).Continues; i++)
        {
        }

        Assert.Equal(1500, (await CountAsync(bench, first))[MarketingActivityKind.Open]);

        // The day is over: the next ones reach back as far as always.
        bench.Options.LongReadSlice = TimeSpan.FromMinutes(5);
        var again = (await MarkAsync(bench, second)).At!.Value;
        bench.Remote.ClearRequests();
        await bench.ImportActivityAsync();
        Assert.Equal(again - bench.Options.ActivitiesOverlap, SinceOf(bench, second), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task W2_SummariesOfManyCampaigns_AreReadInTurns_AlsoThoseThatHaveNoActivityAnyMore()
    {
        await using var bench = await ImportBench.StartAsync();
        var campaigns = new List<int> { await SendAsync(bench, "First", 2) };
        for (var i = 0; i < 3; i++)
        {
            campaigns.Add(bench.Remote.CreateCampaign($"Campaign {i}"));
            bench.Remote.SendCampaign(campaigns[^1], bench.Remote.AddressBooks.Single(static book => book.Name == "Newsletter").Id);
        }

        await bench.ImportCampaignsAsync();
        await bench.ImportActivityAsync();
        foreach (var campaign in campaigns)
        {
            bench.Remote.OpenMany(campaign);
        }

        // Read once more, a summary a run, and then nothing happens for a month.
        bench.Remote.ClearRequests();
        for (var i = 0; i < 4; i++)
        {
            var report = await SummariesAsync(bench);
            Assert.Equal((1L, false), (report.Read, report.Continues));
            bench.Emulator.Clock.Advance(TimeSpan.FromDays(30));
        }

        Assert.Equal(campaigns, bench.Remote.Requests.Select(static request => request.PathAndQuery).Where(static path => path.EndsWith("/summary", StringComparison.Ordinal)).Select(static path => int.Parse(path.Split('/')[3], CultureInfo.InvariantCulture)).Order());
        foreach (var campaign in campaigns)
        {
            Assert.Contains("\"numTotalOpens\":2", (await bench.CampaignAsync(campaign)).Summary, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Opens")]
    [InlineData("Replies;;")]
    [InlineData("7;;")]
    [InlineData("Opens;yesterday;")]
    public void Cursor_Unreadable_IsNone(string? text) => Assert.Null(ActivityCursor.Parse(text));

    private static DateTimeOffset SinceOf(ImportBench bench, int campaign)
    {
        var path = bench.Remote.Requests.Select(static request => Uri.UnescapeDataString(request.PathAndQuery))
            .First(path => path.StartsWith($"/v2/campaigns/{campaign}/activities/since-date/", StringComparison.Ordinal));
        return DateTimeOffset.Parse(path.Split('/')[6].Split('?')[0], CultureInfo.InvariantCulture);
    }

    /// <summary>Reads all activity, and a slice of the summaries.</summary>
    private static async Task<StepReport> SummariesAsync(ImportBench bench)
    {
        bench.Options.LongReadSlice = TimeSpan.FromMinutes(5);
        var run = bench.Run();
        var campaigns = await new FindActiveCampaignsStep(NullLogger<FindActiveCampaignsStep>.Instance).RunAsync(run, ImportBench.Cancel);
        await new ImportActivitiesStep(NullLogger<ImportActivitiesStep>.Instance).RunAsync(run, campaigns, ImportBench.Cancel);
        bench.Options.LongReadSlice = TimeSpan.Zero;
        return await new ImportSummariesStep(NullLogger<ImportSummariesStep>.Instance).RunAsync(run, campaigns, ImportBench.Cancel);
    }

    /// <summary>One run, of which the campaign's share is bounded: a page that goes on, one that does, and the ends of lists between them.</summary>
    private static async Task<StepReport> SliceAsync(ImportBench bench, int campaign)
    {
        var before = bench.Remote.Requests.Count(request => IsOf(request.PathAndQuery, campaign));
        var report = (await bench.ImportActivityAsync()).Activities;
        var calls = bench.Remote.Requests.Count(request => IsOf(request.PathAndQuery, campaign)) - before;
        Assert.InRange(calls, 0, 8);
        return report;
    }

    private static bool IsOf(string path, int campaign) =>
        path.StartsWith($"/v2/campaigns/{campaign}/", StringComparison.Ordinal) && !path.EndsWith("/summary", StringComparison.Ordinal);

    private static Task<WatermarkRecord> MarkAsync(ImportBench bench, int campaign) =>
        bench.ReadAsync(unit => unit.Watermarks.GetAsync(StepNames.ImportActivities, campaign, ImportBench.Cancel));

    private static Task<IReadOnlyDictionary<MarketingActivityKind, long>> CountAsync(ImportBench bench, int campaign) =>
        bench.ReadAsync(unit => unit.Activities.CountMarketingAsync(campaign, ImportBench.Cancel));

    private static async Task AssertCountsAsync(ImportBench bench, int campaign)
    {
        var counts = await CountAsync(bench, campaign);
        Assert.Equal((Contacts, 3750L, 2200L), (counts[MarketingActivityKind.Send], counts[MarketingActivityKind.Open], counts[MarketingActivityKind.Click]));
    }

    private static async Task<int> SendAsync(ImportBench bench, string name, int contacts)
    {
        var book = await bench.ConnectAsync("Newsletter");
        bench.Remote.AddContacts("many{0}@example.com", 0, contacts, [book]);
        var campaign = bench.Remote.CreateCampaign(name);
        bench.Remote.SendCampaign(campaign, book);
        return campaign;
    }
}
