using Dotdigital.Sdk.Integration.Campaigns;
using Dotdigital.Sdk.Integration.Storage;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Campaigns;

/// <summary>Rules IM-9 and IM-10: which campaigns are read.</summary>
public sealed class FindActiveCampaignsStepTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 8, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Select_OldQuietCampaign_IsLeftAlone() => Assert.Empty(Select([Old(1)]));

    [Fact]
    public void Select_ActiveRecentPendingAndNeverRead_AreChosen()
    {
        CampaignRecord[] known = [Old(1), Old(2), Old(3) with { SentAt = Now.AddDays(-6) }, Old(4), Old(5) with { Summary = null }];

        var selected = Select(known, new() { [2] = "Sent", [99] = "Sent" }, [4]);

        Assert.Equal([4, 2, 3, 5], selected.Select(campaign => campaign.Id));
    }

    [Theory]
    [InlineData("Unsent")]
    [InlineData("sending")]
    [InlineData("Paused")]
    [InlineData("RequiresSystemApproval")]
    public void Select_CampaignWhoseRecipientsMayGrow_Waits(string status) => Assert.Empty(Select([Old(1) with { Status = status, Summary = null }]));

    [Fact]
    public void Select_StateNewerThanTheStored_Counts()
    {
        CampaignRecord[] known = [Old(1) with { Status = "Unsent", Summary = null }, Old(2)];

        var selected = Select(known, new() { [1] = "Sent", [2] = "Sending" });

        Assert.Equal("Sent", Assert.Single(selected).Status);
    }

    [Fact]
    public void Pending_SurvivesItsCursor()
    {
        Assert.Equal([70, 3], PendingCampaigns.Parse(PendingCampaigns.Format([70, 3])));
        Assert.Null(PendingCampaigns.Format([]));
        Assert.Empty(PendingCampaigns.Parse(null));
    }

    private static List<CampaignRecord> Select(IEnumerable<CampaignRecord> known, Dictionary<int, string?>? active = null, List<int>? pending = null) =>
        FindActiveCampaignsStep.Select(known, active ?? [], pending ?? [], Now.AddDays(-7));

    private static CampaignRecord Old(int id) => new() { Id = id, Name = "Old", Status = "Sent", SentAt = Now.AddDays(-30), Summary = "{}" };
}
