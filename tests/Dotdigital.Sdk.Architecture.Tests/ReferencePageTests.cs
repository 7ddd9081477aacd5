using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Dotdigital.Sdk.Architecture.Tests;

/// <summary>docs/reference.md names every log message's id and every table; options, events and instruments are compared by the engine's own tests.</summary>
public sealed partial class ReferencePageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "reference.md"));

    [Fact]
    public void LogMessages_HaveIdsOfTheirOwn_ThatThePageNames()
    {
        var ids = Repository.Sources("src")
            .Where(static file => !file.Contains("Emulator", StringComparison.Ordinal))
            .SelectMany(static file => EventId().Matches(File.ReadAllText(file)).Select(match => (Id: int.Parse(match.Groups["id"].Value, CultureInfo.InvariantCulture), File: Path.GetFileName(file))))
            .ToList();
        var ranges = Range().Matches(Page)
            .Select(static match => (From: int.Parse(match.Groups["from"].Value, CultureInfo.InvariantCulture), To: int.Parse(match.Groups["to"].Success ? match.Groups["to"].Value : match.Groups["from"].Value, CultureInfo.InvariantCulture)))
            .ToList();

        Assert.NotEmpty(ids);
        Assert.Empty(ids.GroupBy(static id => id.Id).Where(static group => group.Count() > 1).Select(static group => $"{group.Key}: {string.Join(", ", group.Select(static id => id.File))}"));
        Assert.DoesNotContain(ids, id => !ranges.Exists(range => id.Id >= range.From && id.Id <= range.To));
        Assert.DoesNotContain(ranges, range => !ids.Exists(id => id.Id >= range.From && id.Id <= range.To));
    }

    [Fact]
    public void Tables_AreAllNamed()
    {
        var tables = Repository.Sources(Path.Combine("src", "Dotdigital.Sdk.Integration.EntityFrameworkCore", "Storage"))
            .SelectMany(static file => Table().Matches(File.ReadAllText(file)).Select(static match => match.Groups["name"].Value))
            .ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(tables);
        Assert.Equal(tables.Order(StringComparer.Ordinal), NamedTable().Matches(Page).Select(static match => match.Groups["name"].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rules_AllHaveTheirFamilyAmongTheGuarantees()
    {
        var families = RuleCoverageTests.Rules.Select(static rule => rule.Data.Split('-')[0]).Distinct(StringComparer.Ordinal);

        Assert.DoesNotContain(families, static family => !Regex.IsMatch(Page, $@"^\| [^|]*\b{family}-\d", RegexOptions.Multiline, TimeSpan.FromSeconds(5)));
    }

    [GeneratedRegex(@"LoggerMessage\((EventId = )?(?<id>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex EventId();

    [GeneratedRegex(@"^\| (?<from>\d{4})(-(?<to>\d{4}))? \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Range();

    [GeneratedRegex(@"ToTable\(""(?<name>\w+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Table();

    [GeneratedRegex(@"^\| `(?<name>dotdigital_\w+)` \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NamedTable();
}
