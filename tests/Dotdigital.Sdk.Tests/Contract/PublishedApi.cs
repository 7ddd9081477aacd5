using System.Text.Json;

namespace Dotdigital.Sdk.Tests.Contract;

/// <summary>The published OpenAPI files: in the folder that DOTDIGITAL_OPENAPI names, or in shared/api beside the repository.</summary>
internal sealed class PublishedApi : IDisposable
{
    private readonly List<JsonDocument> documents;

    private PublishedApi(IEnumerable<string> files) => documents = [.. files.Select(f => JsonDocument.Parse(File.ReadAllBytes(f)))];

    /// <summary>Opens the files; skips the test where there are none, except in CI, which must have them.</summary>
    public static PublishedApi Open()
    {
        var folder = Environment.GetEnvironmentVariable("DOTDIGITAL_OPENAPI") ?? Path.Combine(RepositoryRoot(), "..", "shared", "api");
        string[] files = [Path.Combine(folder, "v2.openapi.json"), Path.Combine(folder, "contacts-v3.openapi.json")];
        if (!files.All(File.Exists))
        {
            Assert.False(string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase), "CI needs the published OpenAPI files: set DOTDIGITAL_OPENAPI.");
            Assert.Skip("The published OpenAPI files are not here: set DOTDIGITAL_OPENAPI.");
        }

        return new(files);
    }

    public JsonElement? Operation(string method, string path)
    {
        foreach (var document in documents)
        {
            if (document.RootElement.GetProperty("paths").TryGetProperty(path, out var item) && item.TryGetProperty(method.ToLowerInvariant(), out var operation))
            {
                return operation;
            }
        }

        return null;
    }

    /// <summary>The names of a schema's properties, its parts included.</summary>
    public IReadOnlySet<string> Properties(string schema)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
            if (schemas.TryGetProperty(schema, out var found))
            {
                Collect(schemas, found, names);
            }
        }

        return names;
    }

    public IReadOnlyList<string> Values(string schema) =>
        [.. documents.Select(d => d.RootElement.GetProperty("components").GetProperty("schemas"))
            .Where(s => s.TryGetProperty(schema, out _))
            .SelectMany(s => s.GetProperty(schema).GetProperty("enum").EnumerateArray().Select(v => v.GetString()!))];

    public void Dispose() => documents.ForEach(d => d.Dispose());

    private static void Collect(JsonElement schemas, JsonElement schema, HashSet<string> names)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            Collect(schemas, schemas.GetProperty(reference.GetString()!.Split('/')[^1]), names);
        }

        if (schema.TryGetProperty("properties", out var properties))
        {
            names.UnionWith(properties.EnumerateObject().Select(p => p.Name));
        }

        if (schema.TryGetProperty("allOf", out var parts))
        {
            foreach (var part in parts.EnumerateArray())
            {
                Collect(schemas, part, names);
            }
        }
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dotdigital.Sdk.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
