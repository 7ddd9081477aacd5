using System.Text.Json;

namespace Dotdigital.Sdk.Tests.Contract;

/// <summary>A schema of an OpenAPI file with its references followed and its parts put together.</summary>
internal sealed class JsonSchema
{
    private readonly JsonElement root;
    private readonly List<JsonElement> parts = [];

    public JsonSchema(JsonElement root, JsonElement schema)
    {
        this.root = root;
        Collect(schema);
    }

    public string? Type => Text("type") ?? (Properties.Count > 0 ? "object" : null);

    public string? Format => Text("format");

    public string? Pattern => Text("pattern");

    public bool IsNullable => parts.Any(p => p.TryGetProperty("nullable", out var n) && n.GetBoolean());

    public int? MinLength => Number("minLength");

    public int? MaxLength => Number("maxLength");

    public int? MinItems => Number("minItems");

    public int? MaxItems => Number("maxItems");

    public decimal? Minimum => Element("minimum")?.GetDecimal();

    public decimal? Maximum => Element("maximum")?.GetDecimal();

    /// <summary>The values of an enumeration; of one that is put together from several, all of them.</summary>
    public IReadOnlySet<string> Values => parts.Where(p => p.TryGetProperty("enum", out _)).SelectMany(p => p.GetProperty("enum").EnumerateArray().Select(v => v.ToString())).ToHashSet(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, JsonSchema> Properties =>
        parts.Where(p => p.TryGetProperty("properties", out _)).SelectMany(p => p.GetProperty("properties").EnumerateObject())
            .GroupBy(p => p.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => new JsonSchema(root, g.Last().Value, [.. g.SkipLast(1).Select(p => p.Value)]), StringComparer.Ordinal);

    // One file requires a property that it never describes.
    public IReadOnlySet<string> Required =>
        parts.Where(p => p.TryGetProperty("required", out var r) && r.ValueKind == JsonValueKind.Array).SelectMany(p => p.GetProperty("required").EnumerateArray().Select(r => r.GetString()!))
            .Where(Properties.ContainsKey).ToHashSet(StringComparer.Ordinal);

    public JsonSchema? Items => Element("items") is { } items ? new(root, items) : null;

    /// <summary>Whether properties beside the named ones are allowed.</summary>
    public bool IsOpen => parts.Any(p => p.TryGetProperty("additionalProperties", out var a) && a.ValueKind is JsonValueKind.True or JsonValueKind.Object);

    /// <summary>The shapes it may have; none when it has one.</summary>
    public IReadOnlyList<JsonSchema> Choices { get; private set; } = [];

    public static JsonElement Resolve(JsonElement root, JsonElement element)
    {
        while (element.TryGetProperty("$ref", out var reference))
        {
            element = reference.GetString()!.Split('/').Skip(1).Aggregate(root, (e, name) => e.GetProperty(name));
        }

        return element;
    }

    private JsonSchema(JsonElement root, JsonElement schema, IReadOnlyList<JsonElement> more)
        : this(root, schema)
    {
        foreach (var other in more)
        {
            Collect(other);
        }
    }

    private void Collect(JsonElement schema)
    {
        schema = Resolve(root, schema);
        parts.Add(schema);
        foreach (var part in Array(schema, "allOf"))
        {
            Collect(part);
        }

        var choices = Array(schema, "oneOf").Concat(Array(schema, "anyOf")).ToList();
        if (choices is [var only])
        {
            Collect(only);
        }
        else if (choices.Count > 1)
        {
            Choices = [.. choices.Select(c => new JsonSchema(root, c))];
        }
    }

    private static IEnumerable<JsonElement> Array(JsonElement of, string name) => of.TryGetProperty(name, out var array) && array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : [];

    private JsonElement? Element(string name) => parts.Where(p => p.TryGetProperty(name, out _)).Select(p => (JsonElement?)p.GetProperty(name)).FirstOrDefault();

    // Version 3.1 of the format writes a type that may be null as a list.
    private string? Text(string name) => Element(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(v => v.GetString()).First(v => v != "null"),
        _ => null,
    };

    private int? Number(string name) => Element(name)?.GetInt32();
}
