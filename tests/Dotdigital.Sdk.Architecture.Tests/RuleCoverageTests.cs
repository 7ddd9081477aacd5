using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Dotdigital.Sdk.Architecture.Tests;

/// <summary>Every rule of the engine has a test that is named with its id: <c>EX3a_...</c> for rule EX-3a.</summary>
public sealed partial class RuleCoverageTests
{
    public static TheoryData<string> Rules =>
    [
        "S-1", "S-2", "S-3", "S-4", "W-1", "W-2", "W-3", "W-4",
        "OP-1", "OP-2", "OP-3", "OP-4", "OP-5", "OP-6",
        "IM-1", "IM-2", "IM-3", "IM-4", "IM-5", "IM-9", "IM-10", "IM-11", "IM-12",
        "EX-0", "EX-1", "EX-2", "EX-3", "EX-3a", "EX-3b", "EX-3c", "EX-4", "EX-5", "EX-6",
        "ST-1", "ST-2", "ST-3", "ST-4", "ST-5", "ST-6",
        "BL-1", "BL-2", "BL-3", "BL-4",
        "DF-1", "DF-2", "DF-3", "MP-1", "MP-2", "MP-3", "MP-4", "MP-5", "MP-6", "MP-7", "MP-8", "MP-9",
        "TR-1", "TR-2", "TR-3", "TR-4", "CN-1", "CN-2", "CN-3", "CN-4", "CN-5", "AC-1", "AC-2", "PR-1", "PR-2",
    ];

    private static readonly Lazy<HashSet<string>> Named = new(static () =>
    [
        .. Repository.Sources("tests")
            .SelectMany(static file => TestMethod().Matches(File.ReadAllText(file)))
            .SelectMany(static method => method.Groups["name"].Value.Split('_'))
            .Select(static part => part.ToUpper(CultureInfo.InvariantCulture)),
    ]);

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_HasATestNamedWithItsId(string rule) =>
        Assert.True(Named.Value.Contains(rule.Replace("-", string.Empty, StringComparison.Ordinal).ToUpperInvariant()), $"No test is named for rule {rule}.");

    [GeneratedRegex(@"\[(Fact|Theory)[^\n]*(\n\s*\[[^\n]*)*\n\s*public (async )?(Task|void) (?<name>\w+)\(", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex TestMethod();
}
