using System.Text;
using Dotdigital.Sdk.Integration.Campaigns;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Campaigns;

public sealed class ClickedUrlTests
{
    [Fact]
    public void Of_AUsualLink_KeepsIt()
    {
        Assert.Equal("https://x.com/ä?b=1", ClickedUrl.Of("https://x.com/ä?b=1"));
        Assert.Equal(string.Empty, ClickedUrl.Of(null));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("ä")]
    [InlineData("\U0001F600")]
    public void IM9_Of_LinksTooLongForAnIndex_FitsAndKeepsThemApart(string letter)
    {
        var link = "https://x.com/" + string.Concat(Enumerable.Repeat(letter, 4000));

        var kept = ClickedUrl.Of(link + "1");

        Assert.InRange(Encoding.UTF8.GetByteCount(kept), 1900, 2100);
        Assert.DoesNotContain('\uFFFD', kept);
        Assert.NotEqual(kept, ClickedUrl.Of(link + "2"));
        Assert.Equal(kept, ClickedUrl.Of(link + "1"));
    }
}
