using System.Text.Json;
using Dotdigital.Sdk.Campaigns;
using Dotdigital.Sdk.Integration.Campaigns;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Campaigns;

public sealed class SummaryJsonTests
{
    [Fact]
    public void From_HoldsNumbersOnly_ByDotdigitalsNames_IM10()
    {
        var json = SummaryJson.From(new CampaignSummary { DateSent = DateTimeOffset.UnixEpoch, NumOpens = 3, PercentageDelivered = 99.5m, Revenue = "12.50", AssistedRevenue = "n/a" });

        using var document = JsonDocument.Parse(json);
        Assert.All(document.RootElement.EnumerateObject(), counter => Assert.Equal(JsonValueKind.Number, counter.Value.ValueKind));
        Assert.Equal(3, document.RootElement.GetProperty("numOpens").GetInt32());
        Assert.Equal(99.5m, document.RootElement.GetProperty("percentageDelivered").GetDecimal());
        Assert.Equal(12.5m, document.RootElement.GetProperty("revenue").GetDecimal());
        Assert.False(document.RootElement.TryGetProperty("assistedRevenue", out _));
        Assert.False(document.RootElement.TryGetProperty("dateSent", out _));
    }
}
