using Dotdigital.Sdk.Integration.Campaigns;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Campaigns;

public sealed class CampaignCodeTests
{
    [Theory]
    [InlineData("Spring sale 2026!", 42, "Spring_sale_2026__42")]
    [InlineData("A very long name of a campaign", 1234567, "A_very_long__1234567")]
    [InlineData("Été", 7, "_t__7")]
    [InlineData("Sale", 2147483647, "Sale_2147483647")]
    [InlineData("Everything must go", 2147483647, "Everythin_2147483647")]
    [InlineData("", 5, "_5")]
    public void For_Name_IsCutAndCleanedAndHasTheId_IM2(string name, int id, string expected)
    {
        var code = CampaignCode.For(name, id);

        Assert.Equal(expected, code);
        Assert.True(code.Length <= CampaignCode.MaxLength);
    }
}
