using System.Text.Json;

namespace Dotdigital.Sdk.Emulator.Tests.Contract;

/// <summary>The published OpenAPI files, found by DOTDIGITAL_OPENAPI or by walking up to <c>shared/api</c>.</summary>
internal static class OpenApiFiles
{
    /// <summary>The operations of the v2 and the contacts v3 files by id; skips the test where there are none.</summary>
    public static IReadOnlyDictionary<string, OpenApiOperation> Load()
    {
        var folder = Folder();
        var operations = new Dictionary<string, OpenApiOperation>(StringComparer.Ordinal);
        foreach (var name in new[] { "v2.openapi.json", "contacts-v3.openapi.json" })
        {
            var root = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, name))).RootElement;
            foreach (var path in root.GetProperty("paths").EnumerateObject())
            {
                foreach (var method in path.Value.EnumerateObject().Where(m => m.Value.ValueKind == JsonValueKind.Object && m.Value.TryGetProperty("operationId", out _)))
                {
                    operations.Add(method.Value.Str("operationId")!, new OpenApiOperation(root, method.Name.ToUpperInvariant(), path.Name, method.Value.GetProperty("responses")));
                }
            }
        }

        return operations;
    }

    /// <summary>Method and path of every operation of every file; skips the test where there are none.</summary>
    public static IReadOnlySet<(string Method, string Path)> Paths() =>
        Directory.EnumerateFiles(Folder(), "*.openapi.*").Select(f => JsonDocument.Parse(File.ReadAllBytes(f)).RootElement)
            .SelectMany(r => r.GetProperty("paths").EnumerateObject()).SelectMany(p => p.Value.EnumerateObject().Select(m => (m.Name.ToUpperInvariant(), p.Name))).ToHashSet();

    private static string Folder()
    {
        var folder = Find();
        if (folder is null)
        {
            const string Reason = "The OpenAPI files are not here: set DOTDIGITAL_OPENAPI, or put them into shared/api beside the repository.";
            Assert.False(string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase), Reason);
            Assert.Skip(Reason);
        }

        return folder;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("DOTDIGITAL_OPENAPI") is { Length: > 0 } given)
        {
            return given;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "api");
            if (File.Exists(Path.Combine(candidate, "v2.openapi.json")))
            {
                return candidate;
            }
        }

        return null;
    }
}
