using Dotdigital.Sdk.Tests.Testing;

namespace Dotdigital.Sdk.Tests.Docs;

/// <summary>docs/testing.md shows code that compiles and passes.</summary>
public sealed class DocumentationTests
{
    [Theory]
    [InlineData("subject", "Newsletter.cs")]
    [InlineData("stub", "Stub.cs")]
    [InlineData("substitute", "NewsletterTests.cs")]
    [InlineData("fixture", "DotdigitalFixture.cs")]
    [InlineData("emulator", "NewsletterIntegrationTests.cs")]
    public void TestingPage_ShowsCompiledCode(string name, string file)
    {
        var root = RepositoryRoot.Folder;
        var compiled = Between(File.ReadAllLines(Path.Combine(root, "tests", "Dotdigital.Sdk.Tests", "Docs", file)), $"// snippet: {name}", "// end");
        var shown = Between(File.ReadAllLines(Path.Combine(root, "docs", "testing.md")), $"<!-- snippet: {name} -->", "```").Skip(1);

        Assert.NotEmpty(compiled);
        Assert.Equal(compiled.Select(l => l.Trim()).Where(l => l.Length > 0), shown.Select(l => l.Trim()).Where(l => l.Length > 0));
    }

    private static List<string> Between(string[] lines, string from, string to)
    {
        var begin = Array.FindIndex(lines, l => l.Trim() == from) + 1;
        return [.. lines[begin..Array.FindIndex(lines, begin + 1, l => l.Trim() == to)]];
    }
}
