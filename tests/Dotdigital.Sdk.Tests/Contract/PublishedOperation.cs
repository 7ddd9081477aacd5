using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dotdigital.Sdk.Tests.Contract;

/// <summary>One operation of an OpenAPI file.</summary>
internal sealed partial record PublishedOperation(string Method, string Path, IReadOnlyList<PublishedParameter> Parameters)
{
    /// <summary>The same operation in other files.</summary>
    public IReadOnlyList<PublishedOperation> Others { get; init; } = [];

    /// <summary>The file it stands in.</summary>
    public JsonElement Root { get; private init; }

    /// <summary>Whether a body must come with it.</summary>
    public bool NeedsBody { get; private init; }

    /// <summary>The schema of the body, by media type.</summary>
    public IReadOnlyDictionary<string, JsonSchema> Bodies { get; private init; } = new Dictionary<string, JsonSchema>(StringComparer.Ordinal);

    /// <summary>The status of success.</summary>
    public int Status { get; private init; }

    /// <summary>The schema of the answer, when it is JSON.</summary>
    public JsonSchema? Answer { get; private init; }

    public string Name => $"{Method} {Path}";

    /// <summary>The same for the same route, whatever its parameters are called.</summary>
    public string Key => Parameters.Where(p => p.In == "path").Aggregate(Name, (name, p) => name.Replace($"{{{p.Name}}}", $"{{{(p.Schema.Format is "guid" ? "guid" : p.Schema.Type)}}}", StringComparison.Ordinal));

    public static PublishedOperation Read(JsonElement root, string method, string path, JsonElement item, JsonElement operation)
    {
        var parameters = Parameter(item).Concat(Parameter(operation)).Select(p => JsonSchema.Resolve(root, p))
            .Select(p => new PublishedParameter(p.GetProperty("name").GetString()!, p.GetProperty("in").GetString()!, p.TryGetProperty("required", out var r) && r.GetBoolean(), new(root, p.GetProperty("schema"))))
            .ToList();
        var hasBody = operation.TryGetProperty("requestBody", out var body);
        var success = operation.GetProperty("responses").EnumerateObject().First(r => r.Name[0] == '2');
        var answer = JsonSchema.Resolve(root, success.Value);
        return new(method, path, parameters)
        {
            Root = root,
            NeedsBody = hasBody && body.TryGetProperty("required", out var required) && required.GetBoolean(),
            Bodies = hasBody ? Content(body).ToDictionary(c => c.Name, c => new JsonSchema(root, c.Value.GetProperty("schema")), StringComparer.Ordinal) : new Dictionary<string, JsonSchema>(StringComparer.Ordinal),
            Status = int.Parse(success.Name, System.Globalization.CultureInfo.InvariantCulture),
            Answer = Content(answer).Where(c => c.Name == "application/json").Select(c => new JsonSchema(root, c.Value.GetProperty("schema"))).FirstOrDefault(),
        };
    }

    /// <summary>How well a path fits, smaller being better; <see langword="null"/> when it does not.</summary>
    public string? Match(string[] segments)
    {
        var template = Path.Trim('/').Split('/');
        if (template.Length != segments.Length)
        {
            return null;
        }

        var rank = template.Zip(segments, (t, s) => Placeholder().Match(t) is { Success: true } m
            ? Parameters.Single(p => p.In == "path" && p.Name == m.Groups["name"].Value).Fit(s)
            : t == s ? '0' : null).ToList();
        return rank.Contains(null) ? null : string.Concat(rank);
    }

    public override string ToString() => Name;

    private static IEnumerable<JsonElement> Parameter(JsonElement of) => of.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : [];

    private static IEnumerable<JsonProperty> Content(JsonElement of) => of.TryGetProperty("content", out var content) ? content.EnumerateObject() : [];

    [GeneratedRegex(@"^\{(?<name>[\w-]+)\}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
