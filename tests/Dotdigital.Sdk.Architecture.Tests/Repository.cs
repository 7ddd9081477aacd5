using System.Xml.Linq;

namespace Dotdigital.Sdk.Architecture.Tests;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Every project below a top-level folder, by name.</summary>
    public static IReadOnlyDictionary<string, XDocument> Projects(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(static file => Path.GetFileNameWithoutExtension(file), static file => XDocument.Load(file), StringComparer.Ordinal);

    /// <summary>Every C# source file below a top-level folder, build output left out.</summary>
    public static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Dotdigital.Sdk.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not run below the repository.");
    }
}
