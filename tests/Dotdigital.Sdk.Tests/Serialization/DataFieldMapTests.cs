using System.Text.Json;
using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Tests.Serialization;

public sealed class DataFieldMapTests
{
    [Theory]
    [InlineData("""[{"key":"A","value":"1"},{"value":2.50,"key":"B"},{"KEY":"C","VALUE":true,"extra":{"x":[1]}},{"key":"D","value":null},{"key":null,"value":1},null,{"key":"E","value":{"deep":1}}]""")]
    [InlineData("""{"A":"1","B":2.50,"C":true,"D":null,"E":{"deep":1}}""")]
    public void Read_EitherShape_IsTheSame(string json)
    {
        var map = Read($$"""{"dataFields":{{json}},"email":"after"}""");

        Assert.Equal(["A", "B", "C", "D", "E"], map.Names);
        Assert.Equal(["1", "2.50", "true", "", ""], map.Select(p => p.Value.ToString()));
        Assert.Equal([DataFieldValueKind.Text, DataFieldValueKind.Number, DataFieldValueKind.Boolean, DataFieldValueKind.Null, DataFieldValueKind.Null], map.Values.Select(v => v.Kind));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"odd\"")]
    public void Read_Nothing_IsEmpty(string json) => Assert.Same(DataFieldMap.Empty, Read($$"""{"dataFields":{{json}}}"""));

    [Fact]
    public void Read_RowsOfAPage_ShareTheirNames()
    {
        var rows = JsonSerializer.Deserialize("""[{"dataFields":{"A":1,"B":2}},{"dataFields":{"A":3,"B":4}},{"dataFields":{"A":5}}]""", SdkJson.Default.ListContact)!;

        Assert.Same(rows[0].DataFields.Names, rows[1].DataFields.Names);
        Assert.Equal(["A"], rows[2].DataFields.Names);
        Assert.Same(rows[0].DataFields.Names[0], rows[2].DataFields.Names[0]);
    }

    [Fact]
    public void Read_MoreFieldsThanTheFirstBuffer_KeepsAll()
    {
        var json = string.Join(',', Enumerable.Range(0, 1000).Select(i => $"\"F{i}\":{i}"));

        var map = Read("{\"dataFields\":{" + json + "}}");

        Assert.Equal(1000, map.Count);
        Assert.Equal(999m, map["f999"].AsNumber());
    }

    [Theory]
    [InlineData("1e400", "1e400")]
    [InlineData("123456789012345678901234567890123", "123456789012345678901234567890123")]
    public void Read_NumberBeyondDecimal_KeepsItsText(string json, string expected) =>
        Assert.Equal(expected, Read("{\"dataFields\":{\"A\":" + json + "}}")["A"].AsText());

    [Fact]
    public void Constructor_NameTwice_LastWins() =>
        Assert.Equal("2", new DataFieldMap([new("A", DataFieldValue.FromText("1")), new("a", DataFieldValue.FromText("2"))])["A"].AsText());

    private static DataFieldMap Read(string json) => JsonSerializer.Deserialize(json, SdkJson.Default.Contact)!.DataFields;
}
