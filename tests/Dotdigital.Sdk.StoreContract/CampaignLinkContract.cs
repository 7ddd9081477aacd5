using Dotdigital.Sdk.Integration.Storage;
using Xunit;

namespace Dotdigital.Sdk.StoreContract;

public abstract class CampaignLinkContract<TFixture> : ContractTests<TFixture>
    where TFixture : IStoreFixture, new()
{
    [Fact]
    public async Task IM2_Answers_AreKeptByCampaign_AndReplaced()
    {
        var one = new CampaignLinkRecord { CampaignId = 1, EmailCampaignId = "e1", MarketingCampaignId = "m1", AnsweredAt = Noon };
        var two = new CampaignLinkRecord { CampaignId = 2, AnsweredAt = Noon };
        await WriteAsync(unit => unit.CampaignLinks.SaveAsync([two, one], Cancellation));
        await WriteAsync(unit => unit.CampaignLinks.SaveAsync([two with { EmailCampaignId = "e2" }], Cancellation));

        Assert.Equal([one, two with { EmailCampaignId = "e2" }], await ReadAsync(unit => unit.CampaignLinks.GetAllAsync(Cancellation)));
        Assert.Equal([one], await ReadAsync(unit => unit.CampaignLinks.FindAsync([1, 3], Cancellation)));
        Assert.Empty(await ReadAsync(unit => unit.CampaignLinks.GetAllAsync(Cancellation), OtherAccount));
    }

    [Fact]
    public async Task IM2_Merges_AreKeptByTheIdThatWasMerged()
    {
        var merge = new CampaignMergeRecord { FromId = "b", IntoId = "a", At = Noon };
        await WriteAsync(unit => unit.CampaignLinks.SaveMergesAsync([merge, merge with { FromId = "a", IntoId = "x" }], Cancellation));
        await WriteAsync(unit => unit.CampaignLinks.SaveMergesAsync([merge with { IntoId = "c" }], Cancellation));

        Assert.Equal(["a>x", "b>c"], (await ReadAsync(unit => unit.CampaignLinks.GetMergesAsync(Cancellation))).Select(static row => $"{row.FromId}>{row.IntoId}"));
        Assert.Empty(await ReadAsync(unit => unit.CampaignLinks.GetMergesAsync(Cancellation), OtherAccount));
    }
}
