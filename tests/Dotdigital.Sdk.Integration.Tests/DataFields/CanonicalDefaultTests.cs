using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Integration.DataFields;
using Xunit;
using DataFieldType = Dotdigital.Sdk.Integration.DataFields.DataFieldType;

namespace Dotdigital.Sdk.Integration.Tests.DataFields;

public sealed class CanonicalDefaultTests
{
    [Theory]
    [InlineData(DataFieldType.String, "  blue ", "blue")]
    [InlineData(DataFieldType.String, "   ", null)]
    [InlineData(DataFieldType.String, null, null)]
    [InlineData(DataFieldType.Numeric, "12.500", "12.5")]
    [InlineData(DataFieldType.Numeric, "0.000001", "0.000001")]
    [InlineData(DataFieldType.Numeric, "-0.0", "0")]
    [InlineData(DataFieldType.Numeric, "many", "many")]
    [InlineData(DataFieldType.Date, "2024-02-29 23:59:58", "2024-02-29T23:59:58")]
    [InlineData(DataFieldType.Date, "2024-02-29T23:59:58.123+02:00", "2024-02-29T21:59:58")]
    [InlineData(DataFieldType.Boolean, "True", "true")]
    [InlineData(DataFieldType.Unknown, " x ", "x")]
    public void Of_Text_IsCanonical(DataFieldType type, string? text, string? expected) =>
        Assert.Equal(expected, CanonicalDefault.Of(type, DataFieldValue.FromText(text)));

    [Fact]
    public void Of_TypedValues_IsCanonical()
    {
        Assert.Equal("3", CanonicalDefault.Of(DataFieldType.Numeric, DataFieldValue.FromNumber(3.00m)));
        Assert.Equal("79228162514264337593543950335", CanonicalDefault.Of(DataFieldType.Numeric, DataFieldValue.FromNumber(decimal.MaxValue)));
        Assert.Equal("false", CanonicalDefault.Of(DataFieldType.Boolean, DataFieldValue.FromBoolean(false)));
        Assert.Null(CanonicalDefault.Of(DataFieldType.Boolean, DataFieldValue.Null));
    }
}
