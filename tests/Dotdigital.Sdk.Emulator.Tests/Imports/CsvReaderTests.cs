using System.Text;
using Dotdigital.Sdk.Emulator.Imports;

namespace Dotdigital.Sdk.Emulator.Tests.Imports;

public sealed class CsvReaderTests
{
    [Fact]
    public void Read_TakesQuotesDoubledQuotesLineBreaksBomAndBlankCells()
    {
        var rows = Rows("\uFEFFEmail,Name\r\na@x.com,\"Smith, \"\"Ann\"\"\r\nJunior\"\nb@x.com,\n\n\"\",ü");
        Assert.Equal([["Email", "Name"], ["a@x.com", "Smith, \"Ann\"\r\nJunior"], ["b@x.com", ""], ["", "ü"]], rows);
    }

    [Theory]
    [InlineData("Email\r\n\"open")]
    [InlineData("Email\r\n\"a\"b")]
    public void Read_OfABrokenFile_SaysSo(string text)
    {
        var reader = new CsvReader(Encoding.UTF8.GetBytes(text));
        while (reader.Read())
        {
        }

        Assert.True(reader.IsBroken);
    }

    private static List<string[]> Rows(string text)
    {
        var reader = new CsvReader(Encoding.UTF8.GetBytes(text));
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.Count).Select(i => reader[i].ToString())]);
        }

        return rows;
    }
}
