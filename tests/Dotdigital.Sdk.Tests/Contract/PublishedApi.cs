using System.Text.Json;
using Dotdigital.Sdk.Tests.Testing;

namespace Dotdigital.Sdk.Tests.Contract;

/// <summary>The published OpenAPI files: in the folder that DOTDIGITAL_OPENAPI names, or in shared/api beside the repository.</summary>
internal sealed class PublishedApi
{
    private static readonly string[] Files =
    [
        "v2.openapi.json", "images.openapi.yaml", "contacts-v3.openapi.json", "insight-data-v3.openapi.json", "events-v3.openapi.json",
        "configuration-v3.openapi.json", "marketing-email-v3.openapi.json", "webhooks.openapi.json",
    ];

    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];
    private static readonly Lazy<PublishedApi> Shared = new(() => new(Folder));
    private readonly IReadOnlyList<JsonElement> roots;

    // The images file is JSON in spite of its name.
    private PublishedApi(string folder)
    {
        roots = [.. Files.Select(f => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, f))).RootElement)];
        Operations = [.. roots.SelectMany(Read).GroupBy(o => o.Key, StringComparer.Ordinal).Select(g => g.First() with { Others = [.. g.Skip(1)] })];
    }

    /// <summary>Every operation once, also where two files describe it.</summary>
    public IReadOnlyList<PublishedOperation> Operations { get; }

    private static string Folder => Environment.GetEnvironmentVariable("DOTDIGITAL_OPENAPI") ?? Path.Combine(RepositoryRoot.Folder, "..", "shared", "api");

    /// <summary>Opens the files; skips the test where there are none, except in CI, which must have them.</summary>
    public static PublishedApi Open()
    {
        if (!Files.All(f => File.Exists(Path.Combine(Folder, f))))
        {
            Assert.False(string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase), "CI needs the published OpenAPI files: set DOTDIGITAL_OPENAPI.");
            Assert.Skip("The published OpenAPI files are not here: set DOTDIGITAL_OPENAPI.");
        }

        return Shared.Value;
    }

    /// <summary>The operation of a template.</summary>
    public PublishedOperation? Operation(string method, string path) =>
        Operations.SelectMany(o => o.Others.Prepend(o)).FirstOrDefault(o => o.Method == method && o.Path == path);

    /// <summary>The operation that a server would choose for a path: literal segments first, then numbers, then text.</summary>
    public PublishedOperation? Route(string method, string path)
    {
        var segments = path.Trim('/').Split('/');
        return Operations.Where(o => o.Method == method).Select(o => (Operation: o, Rank: o.Match(segments))).Where(m => m.Rank is not null)
            .OrderBy(m => m.Rank, StringComparer.Ordinal).Select(m => m.Operation).FirstOrDefault();
    }

    public IReadOnlyList<string> Values(string schema) =>
        [.. roots.Select(d => d.GetProperty("components").TryGetProperty("schemas", out var s) && s.TryGetProperty(schema, out var found) ? found : default)
            .Where(s => s.ValueKind == JsonValueKind.Object && s.TryGetProperty("enum", out _))
            .SelectMany(s => s.GetProperty("enum").EnumerateArray().Select(v => v.GetString()!))];

    private static IEnumerable<PublishedOperation> Read(JsonElement root) =>
        from path in root.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        where Methods.Contains(operation.Name)
        select PublishedOperation.Read(root, operation.Name.ToUpperInvariant(), path.Name, path.Value, operation.Value);
}
