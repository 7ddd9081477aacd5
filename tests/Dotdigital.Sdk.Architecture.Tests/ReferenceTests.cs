using Xunit;

namespace Dotdigital.Sdk.Architecture.Tests;

/// <summary>Which package may know which (section 2 of the design).</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, (string[] Projects, string[] Packages)> Allowed = new(StringComparer.Ordinal)
    {
        ["Dotdigital.Sdk"] = ([], ["Microsoft.Extensions."]),
        ["Dotdigital.Sdk.Integration"] = (["Dotdigital.Sdk"], ["Microsoft.Extensions.", "CsvHelper"]),
        ["Dotdigital.Sdk.Integration.EntityFrameworkCore"] = (["Dotdigital.Sdk.Integration"], ["Microsoft.Extensions.", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore.DataProtection"]),
        ["Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite"] = (["Dotdigital.Sdk.Integration.EntityFrameworkCore"], ["Microsoft.Extensions.", "Microsoft.EntityFrameworkCore"]),
        ["Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql"] = (["Dotdigital.Sdk.Integration.EntityFrameworkCore"], ["Microsoft.Extensions.", "Microsoft.EntityFrameworkCore", "Npgsql"]),
        ["Dotdigital.Sdk.Integration.Quartz"] = (["Dotdigital.Sdk.Integration"], ["Quartz", "DistributedLock."]),
        ["Dotdigital.Sdk.Integration.AspNetCore"] = (["Dotdigital.Sdk.Integration"], []),
        ["Dotdigital.Sdk.Emulator"] = ([], []),
    };

    public static TheoryData<string> Packages => [.. Repository.Projects("src").Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Package_ReferencesOnlyWhatTheDesignAllows(string package)
    {
        Assert.True(Allowed.ContainsKey(package), $"{package} is new: say here what it may reference.");
        var (projects, packages) = Allowed[package];
        var project = Repository.Projects("src")[package];

        var referenced = project.Descendants("ProjectReference").Select(static reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!.Value.Replace('\\', '/')));
        var packaged = project.Descendants("PackageReference").Select(static reference => (string)reference.Attribute("Include")!);

        Assert.Empty(referenced.Except(projects, StringComparer.Ordinal));
        Assert.DoesNotContain(packaged, name => !packages.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));
    }

    [Fact]
    public void Emulator_KnowsNothingOfTheClient()
    {
        var sources = Repository.Sources(Path.Combine("src", "Dotdigital.Sdk.Emulator")).ToList();

        Assert.NotEmpty(sources);
        Assert.DoesNotContain(sources, static file => File.ReadLines(file).Any(static line => line.StartsWith("using Dotdigital.Sdk.", StringComparison.Ordinal) && !line.StartsWith("using Dotdigital.Sdk.Emulator", StringComparison.Ordinal)));
    }

    [Fact]
    public void Stores_KnowNoApiType()
    {
        var sources = Repository.Sources(Path.Combine("src", "Dotdigital.Sdk.Integration", "Storage"))
            .Concat(Repository.Sources(Path.Combine("src", "Dotdigital.Sdk.Integration.EntityFrameworkCore", "Storage")))
            .ToList();

        Assert.NotEmpty(sources);
        Assert.DoesNotContain(sources, static file => File.ReadLines(file).Any(static line =>
            line.StartsWith("using Dotdigital.Sdk.", StringComparison.Ordinal)
            && !line.StartsWith("using Dotdigital.Sdk.Integration", StringComparison.Ordinal)
            && !line.StartsWith("using Dotdigital.Sdk.Errors", StringComparison.Ordinal)));
    }

    [Fact]
    public void EveryProject_IsInTheSolution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Dotdigital.Sdk.sln"));
        var projects = new[] { "src", "tests", "benchmarks", "samples" }.SelectMany(static folder => Repository.Projects(folder).Keys).ToList();

        Assert.NotEmpty(projects);
        Assert.DoesNotContain(projects, name => !solution.Contains($"{name}.csproj", StringComparison.Ordinal));
    }
}
