using Dotdigital.Sdk.Integration.Storage;
using Xunit;

namespace Dotdigital.Sdk.StoreContract;

/// <summary>What the repositories find and erase of one person (rules PR-1, PR-2), and what they count of rows set aside.</summary>
public abstract class PersonContract<TFixture> : ContractTests<TFixture>
    where TFixture : IStoreFixture, new()
{
    [Fact]
    public async Task PR1_StagedKeys_OfAnAddress_AreFound_DuplicatesToo_AndDeletedByItem()
    {
        await WriteAsync(async unit =>
        {
            await unit.ListKeys.AddAsync(1, [Key("b", "p@x.com"), Key("a", "p@x.com"), Key("c", "q@x.com")], Cancellation);
            await unit.ListKeys.AddAsync(2, [Key("a", "p@x.com")], Cancellation);
            await unit.ListKeys.MarkDuplicatesAsync(1, Cancellation);
        });

        Assert.Equal(["a", "b"], (await ReadAsync(unit => unit.ListKeys.FindByEmailAsync(1, [Email("p@x.com")], Cancellation))).Select(static key => key.ItemId));
        await WriteAsync(unit => unit.ListKeys.DeleteAsync(1, ["a", "b"], Cancellation));
        Assert.Equal(1, await ReadAsync(unit => unit.ListKeys.CountAsync(1, Cancellation)));
        Assert.Equal(1, await ReadAsync(unit => unit.ListKeys.CountAsync(2, Cancellation)));
    }

    [Fact]
    public async Task PR1_BatchMembers_OfAContact_AreFoundInEveryBatch_AndDeletedFromOne()
    {
        await WriteAsync(async unit =>
        {
            await unit.Batches.AddMembersAsync(1, [Member(7), Member(8)], Cancellation);
            await unit.Batches.AddMembersAsync(2, [Member(7)], Cancellation);
        });

        Assert.Equal([1, 2], (await ReadAsync(unit => unit.Batches.FindMembersAsync([7], Cancellation))).Select(static row => row.BatchId).Order());
        await WriteAsync(unit => unit.Batches.DeleteMembersAsync(1, [7], Cancellation));
        Assert.Equal([2], (await ReadAsync(unit => unit.Batches.FindMembersAsync([7], Cancellation))).Select(static row => row.BatchId));
        Assert.Equal([8], (await ReadAsync(unit => unit.Batches.PageMembersAsync(1, 0, 10, Cancellation))).Select(static member => member.ContactId));

        static BatchMemberRecord Member(long contact) => new() { ContactId = contact, Email = Email($"c{contact}@x.com"), Operation = ExportOperation.New };
    }

    [Fact]
    public async Task PR1_Activities_OfAPerson_AreFoundByEitherId_AndDeletedWithTheirEvents()
    {
        await WriteAsync(async unit =>
        {
            await unit.Activities.SaveAsync(
                [
                    new ActivityRecord { CampaignId = 1, RemoteContactId = 70, ContactId = 7 },
                    new ActivityRecord { CampaignId = 2, RemoteContactId = 71 },
                    new ActivityRecord { CampaignId = 1, RemoteContactId = 80, ContactId = 8 },
                ],
                Cancellation);
            await unit.Activities.AddMarketingAsync([Send(1, 70), Send(2, 71), Send(1, 80)], Cancellation);
        });

        Assert.Equal([70, 71], (await ReadAsync(unit => unit.Activities.FindByContactAsync([7], [71], Cancellation))).Select(static row => row.RemoteContactId).Order());
        Assert.Equal([(1, 70L), (2, 71L)], (await ReadAsync(unit => unit.Activities.FindAsync([1, 2, 3], [70, 71, 72], Cancellation))).Select(static row => (row.CampaignId, row.RemoteContactId)).Order());
        Assert.Empty(await ReadAsync(unit => unit.Activities.FindAsync([2], [70], Cancellation)));
        Assert.Equal([70, 71], (await ReadAsync(unit => unit.Activities.FindMarketingByContactAsync([70, 71], Cancellation))).Select(static row => row.RemoteContactId).Order());
        await WriteAsync(unit => unit.Activities.DeleteByContactAsync([70, 71], Cancellation));

        Assert.Empty(await ReadAsync(unit => unit.Activities.FindByContactAsync([7], [71], Cancellation)));
        Assert.Equal([80], (await ReadAsync(unit => unit.Activities.PageMarketingSinceAsync(0, 10, Cancellation))).Select(static row => row.Activity.RemoteContactId));
        Assert.Single(await ReadAsync(unit => unit.Activities.PageAsync(1, 0, 10, Cancellation)));
    }

    [Fact]
    public async Task IM9_MarketingActivities_ArePagedInTheOrderOfStoring_AndAgainWhenTheirItemBecomesKnown()
    {
        await WriteAsync(unit => unit.Activities.AddMarketingAsync([Send(2, 1), Send(1, 2)], Cancellation));
        await WriteAsync(unit => unit.Activities.AddMarketingAsync([Send(2, 1), Send(1, 1)], Cancellation));
        var all = await ReadAsync(unit => unit.Activities.PageMarketingSinceAsync(0, 10, Cancellation));
        Assert.Equal([(2, 1L), (1, 2L), (1, 1L)], all.Select(static row => (row.Activity.CampaignId, row.Activity.RemoteContactId)));
        var last = all[^1].Sequence;
        Assert.Equal(all.Take(1), await ReadAsync(unit => unit.Activities.PageMarketingSinceAsync(0, 1, Cancellation)));

        await WriteAsync(unit => unit.Activities.AssignItemsAsync(1, [new(2, 5, "i")], Cancellation));
        await WriteAsync(unit => unit.Activities.AssignItemsAsync(1, [new(2, 5, "i")], Cancellation));
        await WriteAsync(unit => unit.Activities.AddMarketingAsync([Send(1, 1) with { ConnectionId = 5, ItemId = "j" }], Cancellation));

        Assert.Equal(["i", "j"], (await ReadAsync(unit => unit.Activities.PageMarketingSinceAsync(last, 10, Cancellation))).Select(static row => row.Activity.ItemId));
        Assert.Equal(3, (await ReadAsync(unit => unit.Activities.PageMarketingSinceAsync(0, 10, Cancellation))).Count);
    }

    [Fact]
    public async Task IM9_ActivitiesThatWereGivenAnItemTogether_AreNeverCutInTwo()
    {
        await WriteAsync(unit => unit.Activities.AddMarketingAsync(
            [.. Enumerable.Range(0, 5).Select(static i => Send(1, 1) with { Kind = MarketingActivityKind.Open, At = Noon.AddSeconds(i) })], Cancellation));
        await WriteAsync(unit => unit.Activities.AssignItemsAsync(1, [new(1, 5, "i")], Cancellation));

        var seen = new List<SequencedActivity>();
        while (await ReadAsync(unit => unit.Activities.PageMarketingSinceAsync(seen.Count == 0 ? 0 : seen[^1].Sequence, 2, Cancellation)) is { Count: > 0 } page)
        {
            seen.AddRange(page);
        }

        Assert.Equal(Enumerable.Range(0, 5).Select(static i => Noon.AddSeconds(i)), seen.Select(static row => row.Activity.At).Order());
    }

    [Fact]
    public async Task EX3c_RowsSetAside_AreFound_CountedByReason_AndForgotten()
    {
        await WriteAsync(async unit =>
        {
            await unit.ListItems.SaveSetAsideAsync([Aside("a", "NoEmail"), Aside("b", "NoEmail"), Aside("c", "DuplicateEmail"), Aside("a", "NoEmail") with { ListName = "other" }], Cancellation);
            await unit.Memberships.SaveAsync(
                [
                    Member(1, "m1", MembershipState.Faulted("Refused")), Member(2, "m2", MembershipState.Held("Refused")),
                    Member(3, "m3", MembershipState.Held("EmailConflict")), Member(4, "m4"), Member(5, "m5", MembershipState.Faulted("Refused"), connection: 2),
                ],
                Cancellation);
        });

        var items = await ReadAsync(unit => unit.ListItems.CountSetAsideAsync("list", Cancellation));
        Assert.Equal([("DuplicateEmail", 1), ("NoEmail", 2)], items.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => (pair.Key, pair.Value)));
        var members = await ReadAsync(unit => unit.Memberships.CountReasonsAsync(1, Cancellation));
        Assert.Equal([("EmailConflict", 1), ("Refused", 2)], members.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => (pair.Key, pair.Value)));
        var allItems = await ReadAsync(unit => unit.ListItems.CountSetAsideAsync(Cancellation));
        Assert.Equal([new("list", "DuplicateEmail", 1), new("list", "NoEmail", 2), new("other", "NoEmail", 1)], allItems.OrderBy(static count => (count.ListName, count.Reason)));
        var allMembers = await ReadAsync(unit => unit.Memberships.CountReasonsAsync([1, 2, 3], Cancellation));
        Assert.Equal(
            [new(1, ExportState.Faulted, "Refused", 1), new(1, ExportState.Held, "EmailConflict", 1), new(1, ExportState.Held, "Refused", 1), new(2, ExportState.Faulted, "Refused", 1)],
            allMembers.OrderBy(static count => (count.ConnectionId, count.State.ToString(), count.Reason)));
        Assert.Equal([2], (await ReadAsync(unit => unit.Memberships.CountReasonsAsync([2], Cancellation))).Select(static count => count.ConnectionId));
        Assert.Equal(["a", "c"], (await ReadAsync(unit => unit.ListItems.FindSetAsideAsync("list", ["a", "c", "x"], Cancellation))).Select(static item => item.ItemId).Order(StringComparer.Ordinal));
        await WriteAsync(unit => unit.ListItems.DeleteSetAsideAsync("list", ["a", "b"], Cancellation));
        Assert.Equal(["c"], (await ReadAsync(unit => unit.ListItems.PageSetAsideAsync("list", null, 10, Cancellation))).Select(static item => item.ItemId));
        Assert.Single(await ReadAsync(unit => unit.ListItems.PageSetAsideAsync("other", null, 10, Cancellation)));

        static SetAsideRecord Aside(string item, string reason) => new() { ListName = "list", ItemId = item, Reason = reason, Detail = "d", Pass = 1, At = Noon };
    }

    private static MarketingActivityRecord Send(int campaign, long contact) => new() { CampaignId = campaign, RemoteContactId = contact, Kind = MarketingActivityKind.Send, At = Noon };
}
