using Dotdigital.Sdk.Campaigns;
using Dotdigital.Sdk.Integration.Campaigns;
using Dotdigital.Sdk.Integration.Storage;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Campaigns;

/// <summary>Rule IM-2.</summary>
public sealed class BookCampaignsTests
{
    private static readonly CampaignRecord Stored = new() { Id = 1, Name = "Old name", AddressBookIds = [10], IsAnnounced = true, Summary = "{}" };

    [Fact]
    public void Merge_RefreshesDetailsAndKeepsWhatTheEngineKnows()
    {
        var read = new BookCampaigns();
        read.Add(10, new Campaign { Id = 1, Name = "New name", Status = CampaignStatus.Sent });
        read.Add(20, new Campaign { Id = 1, Name = "New name", Status = CampaignStatus.Sent });

        var merged = read.Merge(1, Stored);

        Assert.Equal(("New name", "Sent", true, "{}"), (merged.Name, merged.Status, merged.IsAnnounced, merged.Summary));
        Assert.Equal([10, 20], merged.AddressBookIds);
    }

    [Fact]
    public void Merge_SeenAgainAfterItWasGone_IsThereAndReadAnew()
    {
        var read = new BookCampaigns();
        read.Add(10, new Campaign { Id = 1, Name = "Old name" });

        var merged = read.Merge(1, Stored with { DeletedAt = DateTimeOffset.UnixEpoch });

        Assert.Null(merged.DeletedAt);
        Assert.Null(merged.Summary);
    }

    [Fact]
    public void Merge_BookThatFailed_KeepsItsLink()
    {
        var read = new BookCampaigns();
        read.Add(20, new Campaign { Id = 1 });
        read.EndBook(20);
        read.FailBook(10);

        Assert.Equal([10, 20], read.Merge(1, Stored).AddressBookIds);
        Assert.False(read.IsComplete);
    }

    [Fact]
    public void IM2_MayBeGone_OnlyWhenEveryReadSucceededAndABookIsStillConnected()
    {
        var whole = new BookCampaigns();
        whole.EndBook(10);
        Assert.True(whole.MayBeGone(Stored));
        Assert.False(whole.MayBeGone(Stored with { AddressBookIds = [30] }));
        Assert.False(whole.MayBeGone(Stored with { DeletedAt = DateTimeOffset.UnixEpoch }));

        whole.FailBook(20);
        Assert.False(whole.MayBeGone(Stored));
    }

    [Fact]
    public void CutLinks_BookNoLongerConnected_IsCutSoThatAReconnectReadsAnew()
    {
        var read = new BookCampaigns();
        read.EndBook(20);

        var cut = read.CutLinks(Stored);
        Assert.Empty(cut.AddressBookIds);

        var again = new BookCampaigns();
        again.Add(10, new Campaign { Id = 1 });
        Assert.Null(again.Merge(1, cut).Summary);
    }
}
