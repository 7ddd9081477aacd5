using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;
using Xunit;

namespace Dotdigital.Sdk.Architecture.Tests;

/// <summary>What a user gets from the client's package, and what comes with it.</summary>
public sealed class PackTests
{
    private static readonly string[] Direct =
    [
        "Microsoft.Extensions.DependencyInjection.Abstractions",
        "Microsoft.Extensions.Http",
        "Microsoft.Extensions.Http.Resilience",
        "Microsoft.Extensions.Logging.Abstractions",
        "Microsoft.Extensions.Options",
    ];

    /// <summary>What those bring with them, named because its version is pinned centrally.</summary>
    private static readonly string[] Pinned =
    [
        "Microsoft.Extensions.Configuration.Binder",
        "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting.Abstractions",
        "Microsoft.Extensions.Options.ConfigurationExtensions",
    ];

    [Fact]
    public async Task Client_Packs_WithItsReadmeIconLicenseAndSymbols_AndOnlyTheDependenciesMeant()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", $"pack-{Guid.NewGuid():N}"));
        try
        {
            var (exitCode, output) = await PackAsync(folder.FullName);
            Assert.True(exitCode == 0, output);

            var package = Assert.Single(folder.GetFiles("Dotdigital.Sdk.*.nupkg"));
            Assert.Single(folder.GetFiles("Dotdigital.Sdk.*.snupkg"));
            using var zip = await ZipFile.OpenReadAsync(package.FullName, TestContext.Current.CancellationToken);
            string[] files = [.. zip.Entries.Select(static e => e.FullName)];
            await using var nuspec = await zip.Entries.Single(static e => e.FullName == "Dotdigital.Sdk.nuspec").OpenAsync(TestContext.Current.CancellationToken);
            var metadata = (await XDocument.LoadAsync(nuspec, LoadOptions.None, TestContext.Current.CancellationToken)).Root!.Elements().Single();

            Assert.Contains(Value(metadata, "readme"), files);
            Assert.Contains(Value(metadata, "icon"), files);
            Assert.Contains("lib/net10.0/Dotdigital.Sdk.dll", files);
            Assert.Contains("lib/net10.0/Dotdigital.Sdk.xml", files);
            Assert.DoesNotContain(files, static f => f.EndsWith(".dll", StringComparison.Ordinal) && f != "lib/net10.0/Dotdigital.Sdk.dll");
            Assert.Equal("MIT", Value(metadata, "license"));
            Assert.Equal("expression", (string?)metadata.Elements().Single(static e => e.Name.LocalName == "license").Attribute("type"));
            Assert.NotEmpty(Value(metadata, "description"));
            Assert.Equal(
                Direct.Concat(Pinned).Order(StringComparer.Ordinal),
                metadata.Descendants().Where(static e => e.Name.LocalName == "dependency").Select(static e => (string)e.Attribute("id")!).Order(StringComparer.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Value(XElement metadata, string name) => metadata.Elements().Single(e => e.Name.LocalName == name).Value;

    private static async Task<(int ExitCode, string Output)> PackAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["pack", Path.Combine("src", "Dotdigital.Sdk"), "-c", "Release", "--nologo", "-v", "q", "-o", folder]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var pack = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(5));
        var output = await pack.StandardOutput.ReadToEndAsync(limit.Token);
        await pack.WaitForExitAsync(limit.Token);
        return (pack.ExitCode, output);
    }
}
