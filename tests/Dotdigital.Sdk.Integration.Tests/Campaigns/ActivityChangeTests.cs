using Dotdigital.Sdk.Campaigns;
using Dotdigital.Sdk.Integration.Campaigns;
using Dotdigital.Sdk.Integration.Storage;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Campaigns;

/// <summary>Rule IM-9.</summary>
public sealed class ActivityChangeTests
{
    private static readonly DateTimeOffset Sent = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly CampaignActivity Row = new() { ContactId = 5, DateSent = Sent, NumOpens = 1 };

    [Fact]
    public void Decide_NewRow_IsSentOnceAndHasTheFlagsSet_DatedDateSent()
    {
        var change = Decide(Row with { SoftBounced = true, Unsubscribed = true }, null, new ItemLink(11, 3, "item"));

        Assert.Equal(
            [MarketingActivityKind.Send, MarketingActivityKind.SoftBounce, MarketingActivityKind.Unsubscribe], change.Marketing.Select(activity => activity.Kind));
        Assert.All(change.Marketing, activity => Assert.Equal((Sent, 3, "item"), (activity.At, activity.ConnectionId!.Value, activity.ItemId)));
        Assert.Equal(11, change.Record.ContactId);
        Assert.False(change.IsItemFound);
    }

    [Fact]
    public void Decide_SameRowAgain_ChangesNothing()
    {
        var stored = Decide(Row, null, null).Record;

        var change = Decide(Row, stored, null);

        Assert.False(change.IsChanged);
        Assert.Empty(change.Marketing);
    }

    [Fact]
    public void Decide_ChangedRow_TellsOnlyWhatNewlyAppeared()
    {
        var stored = Decide(Row with { SoftBounced = true }, null, null).Record;

        var change = Decide(Row with { SoftBounced = true, HardBounced = true, NumOpens = 4 }, stored, null);

        Assert.Equal(MarketingActivityKind.HardBounce, Assert.Single(change.Marketing).Kind);
        Assert.Equal(4, change.Record.Opens);
        Assert.True(change.IsChanged);
    }

    [Fact]
    public void Decide_UnknownContact_IsParkedAndFindsItsItemLater()
    {
        var parked = Decide(Row, null, null).Record;
        Assert.Null(parked.ContactId);

        var change = Decide(Row, parked, new ItemLink(11, 3, "item"));

        Assert.True(change.IsItemFound);
        Assert.Equal((11L, 3, "item"), (change.Record.ContactId!.Value, change.Record.ConnectionId!.Value, change.Record.ItemId));
        Assert.Empty(change.Marketing);
    }

    [Fact]
    public void Decide_ItemKnownAlready_KeepsIt()
    {
        var stored = Decide(Row, null, new ItemLink(11, 3, "item")).Record;

        var change = Decide(Row, stored, new ItemLink(11, 4, "other"));

        Assert.Equal((3, "item"), (change.Record.ConnectionId!.Value, change.Record.ItemId));
    }

    [Fact]
    public void Decide_NoDateSent_TakesTheCampaigns()
    {
        var change = Decide(Row with { DateSent = null }, null, null);

        Assert.Equal(Sent.AddDays(-1), Assert.Single(change.Marketing).At);
        Assert.Null(change.Record.SentAt);
    }

    private static ActivityChange Decide(CampaignActivity row, ActivityRecord? stored, ItemLink? link) =>
        ActivityChange.Decide(9, row, stored, link, Sent.AddDays(-1));
}
