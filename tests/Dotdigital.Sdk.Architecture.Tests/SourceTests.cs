using System.Text.RegularExpressions;
using Xunit;

namespace Dotdigital.Sdk.Architecture.Tests;

/// <summary>Rules of style that a compiler does not keep.</summary>
public sealed partial class SourceTests
{
    private static readonly string[] Folders = ["src", "tests", "benchmarks", "samples"];

    [Fact]
    public void Namespace_IsProjectAndFolder()
    {
        var strays = Repository.Sources("src")
            .Where(static file => !file.Contains("Migrations", StringComparison.Ordinal))
            .Select(static file => (File: Path.GetRelativePath(Path.Combine(Repository.Root, "src"), file), Namespace: NamespaceOf(file)))
            .Where(static source => source.Namespace is not null)
            .Where(static source => !string.Equals(source.Namespace, Path.GetDirectoryName(source.File)!.Replace(Path.DirectorySeparatorChar, '.'), StringComparison.Ordinal))
            .Select(static source => $"{source.File}: {source.Namespace}")
            .ToList();

        Assert.Empty(strays);
    }

    [Fact]
    public void Sources_LeaveNothingBehind()
    {
        var left = Folders.SelectMany(Repository.Sources)
            .Where(static file => !file.EndsWith("SourceTests.cs", StringComparison.Ordinal) && !file.Contains("Migrations", StringComparison.Ordinal))
            .SelectMany(static file => File.ReadLines(file).Select((line, i) => (File: file, Line: i + 1, Text: line)))
            .Where(static line => Leftover().IsMatch(line.Text))
            .Select(static line => $"{Path.GetRelativePath(Repository.Root, line.File)}:{line.Line}: {line.Text.Trim()}")
            .ToList();

        Assert.Empty(left);
    }

    /// <summary>A scan over types costs every start, and trimming takes away what it would find.</summary>
    [Fact]
    public void Packages_ScanNoAssemblies()
    {
        var scans = Repository.Sources("src")
            .SelectMany(static file => File.ReadLines(file).Where(static line => Scan().IsMatch(line)).Select(line => $"{Path.GetRelativePath(Repository.Root, file)}: {line.Trim()}"))
            .ToList();

        Assert.Empty(scans);
    }

    [Fact]
    public void Packages_DescribeTheirPublicApi()
    {
        var packages = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories).Select(static file => Path.GetDirectoryName(file)!).ToList();

        Assert.NotEmpty(packages);
        Assert.All(packages, static folder => Assert.True(new FileInfo(Path.Combine(folder, "PublicAPI.Unshipped.txt")).Length > 100, $"{folder} has no public API file."));
    }

    private static string? NamespaceOf(string file) =>
        File.ReadLines(file).Select(static line => NamespaceLine().Match(line)).FirstOrDefault(static match => match.Success)?.Groups["name"].Value;

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"\.(GetTypes|GetExportedTypes|GetAssemblies|GetReferencedAssemblies)\(|\.(DefinedTypes|ExportedTypes)\b|\bAssembly\.Load", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Scan();

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bHACK\b|NotImplementedException|#pragma warning disable|Thread\.Sleep", RegexOptions.NonBacktracking)]
    private static partial Regex Leftover();
}
