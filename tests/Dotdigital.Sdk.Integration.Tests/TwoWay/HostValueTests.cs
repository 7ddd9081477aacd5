using Dotdigital.Sdk.Integration.DataFields;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.TwoWay;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.TwoWay;

/// <summary>Canonical text becomes a value of the host's type that gives the same text again, or is refused (rules IM-4, W-3).</summary>
public sealed class HostValueTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static TheoryData<string, Type, DataFieldType> Fitting => new()
    {
        { "Anna", typeof(string), DataFieldType.String },
        { "true", typeof(bool), DataFieldType.Boolean },
        { "-12.5", typeof(decimal), DataFieldType.Numeric },
        { "127", typeof(sbyte), DataFieldType.Numeric },
        { "18446744073709551615", typeof(ulong), DataFieldType.Numeric },
        { "0.25", typeof(double), DataFieldType.Numeric },
        { "42", typeof(int), DataFieldType.String },
        { "2026-07-01T00:00:00", typeof(DateOnly), DataFieldType.Date },
        { "2026-07-01T12:30:15", typeof(DateTime), DataFieldType.Date },
        { "2026-07-01T12:30:15", typeof(DateTimeOffset), DataFieldType.Date },
        { "7d444840-9dc0-11d1-b245-5ffdce74fad2", typeof(Guid), DataFieldType.String },
        { "Friday", typeof(DayOfWeek), DataFieldType.String },
        { "12.5", typeof(object), DataFieldType.Numeric },
        { "2026-07-01T12:30:15", typeof(object), DataFieldType.Date },
    };

    [Theory]
    [MemberData(nameof(Fitting))]
    public void W3_AValueThatFits_GivesTheSameTextAgain(string text, Type type, DataFieldType dataField)
    {
        Assert.True(HostValue.TryConvert(text, type, dataField, London, out var value));

        Assert.True(type == typeof(object) || type.IsInstanceOfType(value));
        Assert.Null(CanonicalValue.TryFromHost(value, dataField, London, OverlongAction.SetsAside, out var again));
        Assert.Equal(text, again);
    }

    [Theory]
    [InlineData("a lot", typeof(decimal))]
    [InlineData("128", typeof(sbyte))]
    [InlineData("-1", typeof(uint))]
    [InlineData("12.5", typeof(int))]
    [InlineData("yes", typeof(bool))]
    [InlineData("tomorrow", typeof(DateTime))]
    [InlineData("2026-02-30T00:00:00", typeof(DateOnly))]
    [InlineData("Someday", typeof(DayOfWeek))]
    [InlineData("5", typeof(DayOfWeek))]
    [InlineData("7d44", typeof(Guid))]
    public void IM4_AValueOfNoSuchType_IsRefused(string text, Type type) =>
        Assert.False(HostValue.TryConvert(text, type, DataFieldType.String, TimeZoneInfo.Utc, out _));

    [Theory]
    [InlineData(typeof(string))]
    [InlineData(typeof(int))]
    [InlineData(typeof(DateOnly))]
    public void IM4_NoValue_IsNull(Type type)
    {
        Assert.True(HostValue.TryConvert(string.Empty, type, DataFieldType.Unknown, TimeZoneInfo.Utc, out var value));
        Assert.Null(value);
    }

    [Fact]
    public void EX4_AnUnspecifiedTime_IsInTheRowsZone()
    {
        Assert.True(HostValue.TryConvert("2026-07-01T12:30:00", typeof(DateTime), DataFieldType.Date, London, out var value));

        Assert.Equal(new DateTime(2026, 7, 1, 13, 30, 0, DateTimeKind.Unspecified), value);
    }
}
