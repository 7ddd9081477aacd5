using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.Docs;

/// <summary>The pages show code that compiles and starts.</summary>
public sealed class DocsTests
{
    [Theory]
    [InlineData("webhooks", "docs/webhooks.md")]
    [InlineData("handler", "docs/webhooks.md")]
    [InlineData("sso", "docs/single-sign-on.md")]
    [InlineData("dashboard", "docs/dashboard.md")]
    public void Pages_ShowCompiledCode(string name, string page)
    {
        var root = FindRoot();
        var source = File.ReadAllLines(Path.Combine(root, "tests", "Dotdigital.Sdk.Integration.AspNetCore.Tests", "Docs", "DocsSnippets.cs"));
        var compiled = source.SkipWhile(line => line.Trim() != $"// snippet: {name}").Skip(1).TakeWhile(static line => line.Trim() != "// end").Select(static line => line.Trim()).ToList();
        var shown = File.ReadAllLines(Path.Combine(root, page)).SkipWhile(line => line.Trim() != $"<!-- snippet: {name} -->").Skip(2).TakeWhile(static line => line.Trim() != "```").Select(static line => line.Trim());

        Assert.NotEmpty(compiled);
        Assert.Equal(compiled, shown);
    }

    [Fact]
    public async Task Hosts_WithAMistypedKey_NameItAtStart()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["Dotdigital:Accounts:main:WebhookSecret"] = "one-of-sixteen-characters";

        var error = await Assert.ThrowsAnyAsync<Exception>(() => DocsSnippets.WebhooksAsync(builder));

        Assert.Contains("WebhookSecret", error.ToString(), StringComparison.Ordinal);
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
