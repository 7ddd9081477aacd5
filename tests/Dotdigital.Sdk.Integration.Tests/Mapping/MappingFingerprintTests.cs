using Dotdigital.Sdk.Integration.Mapping;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Mapping;

public sealed class MappingFingerprintTests
{
    [Theory]
    [InlineData(null, "a b", false, false, "a b")]
    [InlineData(null, "a b", true, false, "~a b")]
    [InlineData("=", "a b", true, false, "a b")]
    [InlineData("a b", "a b", true, false, "a b")]
    [InlineData("a b", "a", false, false, "a")]
    [InlineData("a", "a b", false, true, "a b")]
    [InlineData("a", "a b", true, true, "~a b")]
    [InlineData("~a b", "a b", true, false, "~a b")]
    [InlineData("~a b", "a b", false, true, "a b")]
    [InlineData("~a b", "a c", true, true, "~a c")]
    [InlineData("a", "", false, false, "")]
    [InlineData("", "a", false, true, "a")]
    public void MP4_OnlyNewRows_CallForAComparison(string? stored, string current, bool isYoung, bool compares, string keep) =>
        Assert.Equal((compares, keep), MappingFingerprint.Decide(stored, current, isYoung));
}
