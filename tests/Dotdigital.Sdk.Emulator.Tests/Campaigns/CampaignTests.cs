using System.Net;
using Dotdigital.Sdk.Emulator.Accounts;

namespace Dotdigital.Sdk.Emulator.Tests.Campaigns;

public sealed class CampaignTests
{
    [Fact]
    public async Task Send_ReachesOnlyWhoMayBeMailed_OnceEach()
    {
        await using var test = await TestEmulator.StartAsync();
        var (one, two) = (test.Main.CreateAddressBook("One"), test.Main.CreateAddressBook("Two"));
        test.Main.AddContact("both@example.com", [one, two]);
        test.Main.AddContact("left@example.com", [one]);
        test.Main.AddContact("gone@example.com", [one], status: EmulatedStatus.Unsubscribed);
        test.Main.Unsubscribe("left@example.com", one);
        var campaign = test.Main.CreateCampaign("Spring");
        Assert.Equal(1, test.Main.SendCampaign(campaign, one, two));
        Assert.Equal(["both@example.com"], test.Main.Campaigns.Single().Recipients);
        Assert.Equal(["One", "Two"], (await test.GetAsync($"/v2/campaigns/{campaign}/address-books")).Each("name"));
        Assert.Equal(["Sent"], (await test.GetAsync($"/v2/address-books/{one}/campaigns")).Each("status"));
        Assert.Equal("2026-03-01T12:00:00Z", (await test.GetAsync($"/v2/campaigns/{campaign}/with-details")).Str("sentDate"));
    }

    [Fact]
    public async Task WhatRecipientsDo_IsInActivitiesOpensClicksAndSummary()
    {
        await using var test = await TestEmulator.StartAsync();
        var book = test.Main.CreateAddressBook("News");
        test.Main.AddContacts("u{0}@example.com", 0, 5, [book]);
        var campaign = test.Main.CreateCampaign("Spring");
        test.Main.SendCampaign(campaign, book);
        test.Emulator.Clock.Advance(TimeSpan.FromHours(1));
        test.Main.Open(campaign, "u0@example.com");
        test.Main.Open(campaign, "u0@example.com");
        test.Main.Click(campaign, "u0@example.com", "https://shop.example/x?a=1");
        test.Main.HardBounce("u1@example.com", campaign);
        test.Main.Unsubscribe("u2@example.com", null, campaign);

        var since = await test.GetAsync($"/v2/campaigns/{campaign}/activities/since-date/2026-03-01T12:30:00Z");
        Assert.Equal(["u0@example.com", "u1@example.com", "u2@example.com"], since.Each("email"));
        Assert.Equal((2, 1, "2026-03-01T12:00:00Z", "2026-03-01T13:00:00Z"), (since[0].Int("numOpens"), since[0].Int("numClicks"), since[0].Str("dateSent"), since[0].Str("dateFirstOpened")));
        Assert.True(since[1].GetProperty("hardBounced").GetBoolean());
        Assert.True(since[2].GetProperty("unsubscribed").GetBoolean());
        Assert.Equal(2, (await test.GetAsync($"/v2/campaigns/{campaign}/opens/since-date/2026-03-01T12:30:00Z")).GetArrayLength());
        Assert.Equal("https://shop.example/x?a=1", (await test.GetAsync($"/v2/campaigns/{campaign}/clicks"))[0].Str("url"));
        var summary = await test.GetAsync($"/v2/campaigns/{campaign}/summary");
        Assert.Equal((5, 4, 1, 2, 1), (summary.Int("numSent"), summary.Int("numDelivered"), summary.Int("numUniqueOpens"), summary.Int("numOpens"), summary.Int("numUnsubscribes")));
    }

    [Fact]
    public async Task WithActivitySince_NarrowsToCampaignsThatMoved()
    {
        await using var test = await TestEmulator.StartAsync();
        var book = test.Main.CreateAddressBook("News");
        test.Main.AddContact("a@example.com", [book]);
        var (old, late) = (test.Main.CreateCampaign("Old"), test.Main.CreateCampaign("Late"));
        test.Main.SendCampaign(old, book);
        test.Main.SendCampaign(late, book);
        test.Emulator.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, test.Main.OpenMany(late));
        Assert.Equal(1, test.Main.ClickMany(late, "https://shop.example/"));
        Assert.Equal(["Late"], (await test.GetAsync("/v2/campaigns/with-activity-since/2026-03-02T00:00:00Z")).Each("name"));
        Assert.Equal(2, (await test.GetAsync("/v2/campaigns/with-details")).GetArrayLength());
    }

    [Fact]
    public async Task Activities_SinceADate_PageByTwoThousand()
    {
        await using var test = await TestEmulator.StartAsync();
        var book = test.Main.CreateAddressBook("News");
        test.Main.AddContacts("u{0}@example.com", 0, 2100, [book]);
        var campaign = test.Main.CreateCampaign("Spring");
        test.Main.SendCampaign(campaign, book);
        Assert.Equal(1000, (await test.GetAsync($"/v2/campaigns/{campaign}/activities")).GetArrayLength());
        Assert.Equal(2000, (await test.GetAsync($"/v2/campaigns/{campaign}/activities/since-date/2026-01-01T00:00:00Z")).GetArrayLength());
    }

    [Fact]
    public async Task Get_OfADeletedCampaign_IsNotFound()
    {
        await using var test = await TestEmulator.StartAsync();
        var campaign = test.Main.CreateCampaign("Spring");
        test.Main.DeleteCampaign(campaign);
        Assert.Contains("ERROR_CAMPAIGN_NOT_FOUND", (await test.GetAsync($"/v2/campaigns/{campaign}", HttpStatusCode.NotFound)).Str("message"));
    }
}
