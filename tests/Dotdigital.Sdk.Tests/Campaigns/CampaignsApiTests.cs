using Dotdigital.Sdk.Campaigns;
using Dotdigital.Sdk.Tests.Testing;

namespace Dotdigital.Sdk.Tests.Campaigns;

public sealed class CampaignsApiTests
{
    private static readonly DateTimeOffset Since = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, Func<ICampaignsApi, Task>> Lists => new()
    {
        { "/v2/campaigns?select=1000&skip=0", c => c.GetPageAsync(cancellationToken: Token) },
        { "/v2/address-books/8/campaigns?select=1000&skip=0", c => c.GetForAddressBookPageAsync(8, cancellationToken: Token) },
        { "/v2/campaigns/with-activity-since/2026-02-01T00:00:00Z?select=1000&skip=0", c => c.GetWithActivitySincePageAsync(Since, cancellationToken: Token) },
        { "/v2/campaigns/5/address-books?select=1000&skip=0", c => c.GetAddressBooksPageAsync(5, cancellationToken: Token) },
        { "/v2/campaigns/5/activities?select=1000&skip=0", c => c.GetActivitiesPageAsync(5, cancellationToken: Token) },
        { "/v2/campaigns/5/activities/since-date/2026-02-01T00:00:00Z?select=2000&skip=0", c => c.GetActivitiesSincePageAsync(5, Since, cancellationToken: Token) },
        { "/v2/campaigns/5/opens?select=1000&skip=0", c => c.GetOpensPageAsync(5, cancellationToken: Token) },
        { "/v2/campaigns/5/opens/since-date/2026-02-01T00:00:00Z?select=1000&skip=0", c => c.GetOpensSincePageAsync(5, Since, cancellationToken: Token) },
        { "/v2/campaigns/5/clicks?select=1000&skip=0", c => c.GetClicksPageAsync(5, cancellationToken: Token) },
        { "/v2/campaigns/5/clicks/since-date/2026-02-01T00:00:00Z?select=1000&skip=0", c => c.GetClicksSincePageAsync(5, Since, cancellationToken: Token) },
    };

    [Theory]
    [MemberData(nameof(Lists), DisableDiscoveryEnumeration = true)]
    public async Task Lists_AskTheirPath(string path, Func<ICampaignsApi, Task> call)
    {
        using var wire = new WireServer().Answer("[]");

        await call(wire.Client.Campaigns);

        Assert.Equal("GET", wire.AssertRequest("GET", path).Method);
    }

    [Fact]
    public async Task GetDetails_ReadsAllDetails()
    {
        using var wire = new WireServer().Answer("""
            {"id":5,"name":"Spring","subject":"Hi","fromName":"Shop","fromAddress":{"id":1,"email":"shop@example.com"},"replyAction":"Webmail","isSplitTest":false,
             "status":"Sent","type":"Standard","tags":[{"name":"a"}],"splitTestOptions":null,"sentDate":"2026-01-02T03:04:05","htmlContent":"<p/>"}
            """);

        var campaign = await wire.Client.Campaigns.GetDetailsAsync(5, Token);

        wire.AssertRequest("GET", "/v2/campaigns/5/with-details");
        Assert.Equal(("Spring", "shop@example.com", CampaignStatus.Sent, CampaignType.Standard), (campaign.Name, campaign.FromAddress!.Email, campaign.Status, campaign.Type));
        Assert.Equal("a", Assert.Single(campaign.Tags).Name);
        Assert.Empty(campaign.SplitTestOptions);
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), campaign.SentDate);
    }

    [Fact]
    public async Task GetSummary_ReadsCountersAndPercentages()
    {
        using var wire = new WireServer().Answer("""{"dateSent":"2026-01-02T03:04:05Z","numTotalSent":10,"numTotalDelivered":9,"percentageDelivered":90.0,"revenue":"12.00","numOrders":null}""");

        var summary = await wire.Client.Campaigns.GetSummaryAsync(5, Token);

        wire.AssertRequest("GET", "/v2/campaigns/5/summary");
        Assert.Equal((10, 9, 90m, "12.00", 0), (summary.NumTotalSent, summary.NumTotalDelivered, summary.PercentageDelivered, summary.Revenue, summary.NumOrders));
    }

    [Fact]
    public async Task Activity_ReadsRows()
    {
        using var activities = new WireServer().Answer("""[{"contactId":1,"email":"a@example.com","numOpens":2,"dateSent":"2026-01-02T03:04:05Z","dateFirstOpened":null,"unsubscribed":true,"hardBounced":false}]""");
        using var opens = new WireServer().Answer("""[{"contactId":1,"isHtml":true,"dateOpened":"2026-01-02T03:04:05Z"}]""");
        using var clicks = new WireServer().Answer("""[{"contactId":1,"url":"https://shop.example.com","dateClicked":"2026-01-02T03:04:05Z"}]""");

        var activity = Assert.Single((await activities.Client.Campaigns.GetActivitiesPageAsync(5, cancellationToken: Token)).Items);
        var open = Assert.Single((await opens.Client.Campaigns.GetOpensPageAsync(5, cancellationToken: Token)).Items);
        var click = Assert.Single((await clicks.Client.Campaigns.GetClicksPageAsync(5, cancellationToken: Token)).Items);

        Assert.Equal((1L, 2, true, false), (activity.ContactId, activity.NumOpens, activity.Unsubscribed, activity.HardBounced));
        Assert.Null(activity.DateFirstOpened);
        Assert.True(open.IsHtml);
        Assert.Equal("https://shop.example.com", click.Url);
    }
}
