using Dotdigital.Sdk.Integration.Storage;
using Xunit;

namespace Dotdigital.Sdk.StoreContract;

public abstract class ActivityContract<TFixture> : ContractTests<TFixture>
    where TFixture : IStoreFixture, new()
{
    [Fact]
    public async Task Save_AllFields_ReadsBackAndReplaces()
    {
        var activity = new ActivityRecord
        {
            CampaignId = 1,
            RemoteContactId = 9_000_000_000,
            ContactId = 3,
            ItemId = "i",
            ConnectionId = 2,
            SentAt = Noon,
            Opens = 1,
            Clicks = 2,
            PageViews = 3,
            Replies = 4,
            Forwards = 5,
            SocialViews = 6,
            FirstOpenedAt = Noon.AddMinutes(1),
            LastOpenedAt = Noon.AddMinutes(2),
            IsUnsubscribed = true,
            IsSoftBounced = true,
            IsHardBounced = true,
        };
        await WriteAsync(unit => unit.Activities.SaveAsync([new() { CampaignId = 1, RemoteContactId = 9_000_000_000 }, new() { CampaignId = 1, RemoteContactId = 2 }], Cancellation));
        await WriteAsync(unit => unit.Activities.SaveAsync([activity], Cancellation));

        Assert.Equal([activity], await ReadAsync(unit => unit.Activities.FindAsync(1, [9_000_000_000, 5], Cancellation)));
        Assert.Equal([2, 9_000_000_000], (await ReadAsync(unit => unit.Activities.PageAsync(1, 0, 10, Cancellation))).Select(row => row.RemoteContactId));
        Assert.Equal([activity], await ReadAsync(unit => unit.Activities.PageAsync(1, 2, 10, Cancellation)));
        Assert.Empty(await ReadAsync(unit => unit.Activities.PageAsync(2, 0, 10, Cancellation)));
    }

    [Fact]
    public async Task IM9_FindUnparkable_GivesParkedActivitiesWhoseContactIsKnownNow()
    {
        await WriteAsync(async unit =>
        {
            await unit.Activities.SaveAsync(
                [
                    new() { CampaignId = 2, RemoteContactId = 11 },
                    new() { CampaignId = 1, RemoteContactId = 12 },
                    new() { CampaignId = 1, RemoteContactId = 11 },
                    new() { CampaignId = 1, RemoteContactId = 13, ContactId = 3 },
                    new() { CampaignId = 1, RemoteContactId = 14 },
                ],
                Cancellation);
            await unit.Contacts.SaveAsync([Contact(1, "a@x.com", 11), Contact(2, "b@x.com", 12), Contact(3, "c@x.com", 13), Contact(4, "d@x.com")], Cancellation);
        });

        var found = await ReadAsync(unit => unit.Activities.FindUnparkableAsync(10, Cancellation));

        Assert.Equal([(1, 11L, 1L), (1, 12L, 2L), (2, 11L, 1L)], found.Select(row => (row.CampaignId, row.RemoteContactId, row.ContactId!.Value)));
        Assert.Equal(2, (await ReadAsync(unit => unit.Activities.FindUnparkableAsync(2, Cancellation))).Count);
    }

    [Fact]
    public async Task IM9_AddMarketing_Again_AddsNothingTwiceAndFillsInOnlyWhatWasUnknown()
    {
        var open = Event(MarketingActivityKind.Open);
        var click = Event(MarketingActivityKind.Click) with { Url = "https://x.com/ä" };
        var assigned = Event(MarketingActivityKind.Send) with { ConnectionId = 1, ItemId = "i1" };
        var first = 0;
        var second = 0;
        await WriteAsync(async unit => first = await unit.Activities.AddMarketingAsync([open, open with { Ordinal = 1 }, click, assigned], Cancellation));
        await WriteAsync(async unit => second = await unit.Activities.AddMarketingAsync(
            [
                open with { ConnectionId = 2, ItemId = "i2" }, click, assigned with { ConnectionId = 2, ItemId = "i2" }, assigned with { At = Noon.AddSeconds(1) },
            ],
            Cancellation));

        Assert.Equal(4, first);
        Assert.Equal(1, second);
        Assert.Equal(
            [assigned, assigned with { At = Noon.AddSeconds(1) }, open with { ConnectionId = 2, ItemId = "i2" }, open with { Ordinal = 1 }, click],
            await ReadAsync(unit => unit.Activities.PageMarketingAsync(1, 0, 10, Cancellation)));
    }

    [Fact]
    public async Task PageMarketing_BySkip_IsInKeyOrder()
    {
        await WriteAsync(unit => unit.Activities.AddMarketingAsync(
            [
                Event(MarketingActivityKind.Click) with { Url = "\U0001F600" }, Event(MarketingActivityKind.Click) with { Url = "\uff5e" },
                Event(MarketingActivityKind.Send) with { RemoteContactId = 12 }, Event(MarketingActivityKind.Unsubscribe) with { CampaignId = 2 },
            ],
            Cancellation));

        Assert.Equal(["\uff5e", "\U0001F600"], (await ReadAsync(unit => unit.Activities.PageMarketingAsync(1, 0, 2, Cancellation))).Select(row => row.Url));
        Assert.Equal([12], (await ReadAsync(unit => unit.Activities.PageMarketingAsync(1, 2, 2, Cancellation))).Select(row => row.RemoteContactId));
    }

    [Fact]
    public async Task IM9_AssignItems_GivesAPageOfContactsTheirItems_InPlaceOfAnyThatTheyHad()
    {
        await WriteAsync(unit => unit.Activities.AddMarketingAsync(
            [Event(MarketingActivityKind.Send), Event(MarketingActivityKind.Open), Event(MarketingActivityKind.Open) with { RemoteContactId = 12 }], Cancellation));
        await WriteAsync(unit => unit.Activities.AssignItemsAsync(1, [new(11, 3, "i3")], Cancellation));
        Assert.Equal(["i3", "i3", null], (await ReadAsync(unit => unit.Activities.PageMarketingAsync(1, 0, 10, Cancellation))).Select(row => row.ItemId));
        var last = (await ReadAsync(unit => unit.Activities.PageMarketingSinceAsync(0, 10, Cancellation)))[^1].Sequence;

        await WriteAsync(unit => unit.Activities.AssignItemsAsync(1, [new(12, 4, "x"), new(11, 3, "other"), new(12, 4, "i4"), new(13, 3, "nobody")], Cancellation));
        await WriteAsync(unit => unit.Activities.AssignItemsAsync(1, [new(11, 3, "other"), new(12, 4, "i4")], Cancellation));
        await WriteAsync(unit => unit.Activities.AssignItemsAsync(2, [new(11, 3, "of another campaign")], Cancellation));

        Assert.Equal(
            [(3, "other"), (3, "other"), (4, "i4")],
            (await ReadAsync(unit => unit.Activities.PageMarketingAsync(1, 0, 10, Cancellation))).Select(row => (row.ConnectionId!.Value, row.ItemId!)));
        var again = await ReadAsync(unit => unit.Activities.PageMarketingSinceAsync(last, 10, Cancellation));
        Assert.Equal(3, again.Select(static row => row.Sequence).Distinct().Count());
    }

    [Fact]
    public async Task IM11_PageStatistics_SumsByItem()
    {
        await WriteAsync(unit => unit.Activities.SaveAsync(
            [
                Activity(1, 2, "b") with { Opens = 2, Clicks = 1, SentAt = Noon },
                Activity(2, 2, "b") with { Opens = 3, IsSoftBounced = true, IsHardBounced = true, SentAt = Noon.AddDays(1) },
                Activity(3, 1, "z") with { IsUnsubscribed = true },
                Activity(4, 2, "\uff5e"),
                Activity(5, 2, "\U0001F600"),
                new() { CampaignId = 1, RemoteContactId = 6, Opens = 9 },
                Activity(7, 2, "b") with { CampaignId = 2, Opens = 9 },
            ],
            Cancellation));

        Assert.Equal(
            [new(1, 1, "z", 0, 0, 0, 1, null), new(1, 2, "b", 5, 1, 2, 0, Noon.AddDays(1)), new(1, 2, "\uff5e", 0, 0, 0, 0, null), new(1, 2, "\U0001F600", 0, 0, 0, 0, null)],
            await ReadAsync(unit => unit.Activities.PageStatisticsAsync(1, 0, 10, Cancellation)));
        Assert.Equal(["b"], (await ReadAsync(unit => unit.Activities.PageStatisticsAsync(1, 1, 1, Cancellation))).Select(row => row.ItemId));
    }

    [Fact]
    public async Task CountMarketing_IsByKind()
    {
        await WriteAsync(unit => unit.Activities.AddMarketingAsync(
            [Event(MarketingActivityKind.Send), Event(MarketingActivityKind.Open), Event(MarketingActivityKind.Open) with { Ordinal = 1 }, Event(MarketingActivityKind.Click) with { CampaignId = 2 }],
            Cancellation));

        Assert.Equal(
            new Dictionary<MarketingActivityKind, long> { [MarketingActivityKind.Send] = 1, [MarketingActivityKind.Open] = 2 },
            await ReadAsync(unit => unit.Activities.CountMarketingAsync(1, Cancellation)));
    }

    [Fact]
    public async Task CountMarketingByDay_IsByUtcDayAndKind()
    {
        await WriteAsync(unit => unit.Activities.AddMarketingAsync(
            [
                Event(MarketingActivityKind.Open) with { At = new DateTimeOffset(Noon.UtcDateTime.Date.AddDays(1), TimeSpan.Zero) },
                Event(MarketingActivityKind.Open) with { At = new DateTimeOffset(Noon.UtcDateTime.Date.AddDays(1), TimeSpan.Zero).AddTicks(-1) },
                Event(MarketingActivityKind.Click) with { RemoteContactId = 12 },
                Event(MarketingActivityKind.Open),
                Event(MarketingActivityKind.Open) with { CampaignId = 2 },
            ],
            Cancellation));

        var day = DateOnly.FromDateTime(Noon.UtcDateTime);
        Assert.Equal(
            [new(day, MarketingActivityKind.Open, 2), new(day, MarketingActivityKind.Click, 1), new(day.AddDays(1), MarketingActivityKind.Open, 1)],
            await ReadAsync(unit => unit.Activities.CountMarketingByDayAsync(1, Cancellation)));
    }

    [Fact]
    public async Task CountClicksByLink_IsMostFirst()
    {
        var click = Event(MarketingActivityKind.Click);
        await WriteAsync(unit => unit.Activities.AddMarketingAsync(
            [
                click with { Url = "https://b" }, click with { Url = "https://a" }, click with { Url = "https://c" }, click with { Url = "https://c", Ordinal = 1 },
                click with { Url = "https://a", CampaignId = 2 }, Event(MarketingActivityKind.Open) with { Url = "https://a" },
            ],
            Cancellation));

        Assert.Equal([new("https://c", 2), new("https://a", 1)], await ReadAsync(unit => unit.Activities.CountClicksByLinkAsync(1, 2, Cancellation)));
    }

    private static ActivityRecord Activity(long remoteContactId, int connection, string item) =>
        new() { CampaignId = 1, RemoteContactId = remoteContactId, ConnectionId = connection, ItemId = item };

    private static MarketingActivityRecord Event(MarketingActivityKind kind) => new() { CampaignId = 1, RemoteContactId = 11, Kind = kind, At = Noon };
}
