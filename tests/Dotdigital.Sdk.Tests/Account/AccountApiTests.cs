using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Tests.Testing;

namespace Dotdigital.Sdk.Tests.Account;

public sealed class AccountApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetInfo_ReadsProperties()
    {
        using var wire = new WireServer().Answer("""{"Id":12,"Properties":[{"Name":"Name","Type":"String","Value":"Shop"},{"name":"ApiCallsInLastHour","type":"Integer","value":7}]}""");

        var info = await wire.Client.Account.GetInfoAsync(Token);

        wire.AssertRequest("GET", "/v2/account-info");
        Assert.Equal(12, info.Id);
        Assert.Equal("Shop", info.GetProperty("name"));
        Assert.Equal("7", info.GetProperty("apicallsinlasthour"));
        Assert.Null(info.GetProperty("absent"));
    }

    [Theory]
    [InlineData("\"2026-03-01T12:00:00Z\"")]
    [InlineData("\"2026-03-01T12:00:00\"")]
    [InlineData("\"2026-03-01T14:00:00.0000000+02:00\"")]
    [InlineData("\"2026-03-01 12:00:00\"")]
    public async Task GetServerTime_IsUtc(string body)
    {
        using var wire = new WireServer().Answer(body);

        var now = await wire.Client.Account.GetServerTimeAsync(Token);

        wire.AssertRequest("GET", "/v2/server-time");
        Assert.Equal(FakeTime.Start, now);
        Assert.Equal(TimeSpan.Zero, now.Offset);
    }

    [Fact]
    public async Task GetServerTime_NoDate_IsATypedError()
    {
        using var wire = new WireServer().Answer("\"soon\"");

        await Assert.ThrowsAsync<DotdigitalResponseException>(() => wire.Client.Account.GetServerTimeAsync(Token));
    }
}
