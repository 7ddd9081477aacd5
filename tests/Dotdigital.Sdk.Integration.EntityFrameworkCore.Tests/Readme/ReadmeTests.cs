using Microsoft.Extensions.Hosting;
using Xunit;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Readme;

/// <summary>The README shows code that compiles and starts.</summary>
public sealed class ReadmeTests
{
    [Theory]
    [InlineData("host", "README.md", "ReadmeSnippets.cs")]
    [InlineData("client", "README.md", "ReadmeSnippets.cs")]
    [InlineData("map", "docs/tracking.md", "TrackingSnippets.cs")]
    [InlineData("add", "docs/tracking.md", "TrackingSnippets.cs")]
    [InlineData("remove", "docs/tracking.md", "TrackingSnippets.cs")]
    [InlineData("redirect", "docs/tracking.md", "TrackingSnippets.cs")]
    public void Pages_ShowCompiledCode(string name, string page, string source)
    {
        var root = FindRoot();
        var compiled = Between(File.ReadAllLines(Path.Combine(root, "tests", "Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests", "Readme", source)), $"// snippet: {name}", "// end");
        var shown = Between(File.ReadAllLines(Path.Combine(root, page)), $"<!-- snippet: {name} -->", "```").Skip(1);

        Assert.NotEmpty(compiled);
        Assert.Equal(compiled.Select(static line => line.Trim()), shown.Select(static line => line.Trim()));
    }

    [Fact]
    public async Task ReadmesHost_WithoutAnAccountsPassword_SaysSoAtStart()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration["Dotdigital:Accounts:main:UserName"] = "apiuser-1@apiconnector.com";

        var error = await Assert.ThrowsAnyAsync<Exception>(() => ReadmeSnippets.HostAsync(builder));

        Assert.Contains("Dotdigital:Accounts:main:Password", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadmesHost_WithAMistypedKey_NamesItAtStart()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration["Dotdigital:CycleIntervall"] = "00:04:00";

        var error = await Assert.ThrowsAnyAsync<Exception>(() => ReadmeSnippets.HostAsync(builder));

        Assert.Contains("CycleIntervall", error.ToString(), StringComparison.Ordinal);
    }

    private static List<string> Between(string[] lines, string from, string to)
    {
        var begin = Array.FindIndex(lines, line => line.Trim() == from) + 1;
        var isFenced = to == "```";
        var end = Array.FindIndex(lines, begin + (isFenced ? 1 : 0), line => line.Trim() == to);
        return [.. lines[begin..end]];
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Dotdigital.Sdk.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run below the repository.");
        }

        return folder.FullName;
    }
}
