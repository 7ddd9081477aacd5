using System.Diagnostics;
using Xunit;

namespace Dotdigital.Sdk.Architecture.Tests;

/// <summary>The build's rules bind: a source that breaks one does not compile.</summary>
public sealed class BuildRuleTests
{
    [Theory]
    [InlineData("public static class Probe { /// <summary>Now.</summary>\n public static System.DateTime Now() => System.DateTime.UtcNow; }", "RS0030")]
    [InlineData("public static class Probe { public static string? Name; public static int Length() => Name.Length; }", "CS8602")]
    public async Task Source_ThatBreaksARule_DoesNotBuild(string source, string rule)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", $"probe-{Guid.NewGuid():N}"));
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "Probe.csproj"), "<Project Sdk=\"Microsoft.NET.Sdk\" />", TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "Probe.cs"), source, TestContext.Current.CancellationToken);

            var (exitCode, output) = await BuildAsync(folder.FullName);

            Assert.NotEqual(0, exitCode);
            Assert.Contains($"error {rule}", output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(int ExitCode, string Output)> BuildAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["build", "--nologo", "-v", "q", "-p:GenerateDocumentationFile=false"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var build = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(5));
        var output = await build.StandardOutput.ReadToEndAsync(limit.Token);
        await build.WaitForExitAsync(limit.Token);
        return (build.ExitCode, output);
    }
}
