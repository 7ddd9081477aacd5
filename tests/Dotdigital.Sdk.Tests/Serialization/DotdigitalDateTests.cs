using System.Text.Json;
using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Tests.Serialization;

public sealed class DotdigitalDateTests
{
    [Theory]
    [InlineData("\"2026-03-01T12:00:00Z\"", 0)]
    [InlineData("\"2026-03-01T12:00:00\"", 0)]
    [InlineData("\"2026-03-01T13:00:00+01:00\"", 0)]
    [InlineData("\"2026-03-01 12:00:00\"", 0)]
    [InlineData("\"2026-03-01 12:00:00.5\"", 500)]
    [InlineData("\"2026-03-01T12:00:00.1234567Z\"", 123.4567)]
    [InlineData("\"2026-03-01T12:00:00.500\"", 500)]
    public void Read_FormsTheApiUses_IsUtc(string json, double milliseconds)
    {
        var read = JsonSerializer.Deserialize(json, SdkJson.Default.NullableDateTimeOffset)!.Value;

        Assert.Equal(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).AddTicks((long)(milliseconds * TimeSpan.TicksPerMillisecond)), read);
        Assert.Equal(TimeSpan.Zero, read.Offset);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"never\"")]
    [InlineData("17")]
    [InlineData("\"0000-00-00 00:00:00\"")]
    public void Read_NoDate_IsNull(string json) => Assert.Null(JsonSerializer.Deserialize(json, SdkJson.Default.NullableDateTimeOffset));

    [Fact]
    public void DataFieldDates_AreWrittenInUtc_AndReadBack()
    {
        var value = DataFieldValue.FromDate(new(2026, 3, 1, 14, 0, 0, TimeSpan.FromHours(2)));

        Assert.Equal("2026-03-01T12:00:00", value.AsText());
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), value.AsDate());
    }
}
