using System.Globalization;
using System.Text.Json;

namespace Dotdigital.Sdk.Emulator.Tests.Contract;

/// <summary>Checks JSON against an OpenAPI 3.0 schema: types, required, enums, nullable, unknown properties, formats.</summary>
internal sealed class SchemaChecker(JsonElement root, List<string> problems)
{
    public void Check(JsonElement schema, JsonElement value, string at)
    {
        schema = Resolve(schema);
        if (value.ValueKind == JsonValueKind.Null)
        {
            Report(!IsNullable(schema), at, "is null");
            return;
        }

        if (schema.TryGetProperty("allOf", out var all))
        {
            CheckAll(all, value, at);
        }

        if (schema.TryGetProperty("oneOf", out var one))
        {
            Report(!one.EnumerateArray().Any(s => Fits(s, value)), at, "fits none of the alternatives");
        }

        if (schema.TryGetProperty("type", out var type))
        {
            Report(!HasType(type.GetString()!, value), at, $"is {value.ValueKind}, not {type}");
        }

        if (schema.TryGetProperty("enum", out var values) && value.ValueKind == JsonValueKind.String)
        {
            Report(!values.EnumerateArray().Any(v => v.ValueEquals(value.GetString())), at, $"'{value}' is not in the enum");
        }

        CheckFormat(schema, value, at);
        CheckItems(schema, value, at);
        if (value.ValueKind == JsonValueKind.Object)
        {
            CheckObject(schema, value, at, knowsAll: !schema.TryGetProperty("allOf", out _));
        }
    }

    private static bool HasType(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        _ => false,
    };

    private static bool IsNullable(JsonElement schema)
        => (schema.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean()) || !schema.EnumerateObject().Any(p => p.Name is "type" or "oneOf" or "allOf");

    private void CheckAll(JsonElement parts, JsonElement value, string at)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts.EnumerateArray().Select(Resolve))
        {
            CheckObject(part, value, at, knowsAll: false);
            if (part.TryGetProperty("allOf", out var nested))
            {
                CheckAll(nested, value, at);
            }

            Collect(part, known);
        }

        foreach (var property in value.EnumerateObject())
        {
            Report(!known.Contains(property.Name), at, $"has the unknown property '{property.Name}'");
        }
    }

    private void Collect(JsonElement schema, HashSet<string> known)
    {
        schema = Resolve(schema);
        if (schema.TryGetProperty("properties", out var properties))
        {
            known.UnionWith(properties.EnumerateObject().Select(p => p.Name));
        }

        if (schema.TryGetProperty("allOf", out var all))
        {
            foreach (var part in all.EnumerateArray())
            {
                Collect(part, known);
            }
        }
    }

    private void CheckObject(JsonElement schema, JsonElement value, string at, bool knowsAll)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray())
            {
                Report(!value.TryGetProperty(name.GetString()!, out _), at, $"lacks '{name}'");
            }
        }

        var has = schema.TryGetProperty("properties", out var properties);
        foreach (var property in value.EnumerateObject())
        {
            if (has && properties.TryGetProperty(property.Name, out var inner))
            {
                Check(inner, property.Value, $"{at}.{property.Name}");
            }
            else if (has && knowsAll && !(schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind is JsonValueKind.True or JsonValueKind.Object))
            {
                Report(true, at, $"has the unknown property '{property.Name}'");
            }
        }
    }

    private void CheckItems(JsonElement schema, JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        if (schema.TryGetProperty("items", out var items))
        {
            foreach (var (index, item) in value.EnumerateArray().Index())
            {
                Check(items, item, string.Create(CultureInfo.InvariantCulture, $"{at}[{index}]"));
            }
        }

        Report(schema.TryGetProperty("minItems", out var least) && value.GetArrayLength() < least.GetInt32(), at, "has too few items");
    }

    private void CheckFormat(JsonElement schema, JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return;
        }

        var fits = (schema.TryGetProperty("format", out var format) ? format.GetString() : null) switch
        {
            "date-time" => DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, out _),
            "guid" or "uuid" => value.TryGetGuid(out _),
            "uri" => Uri.TryCreate(value.GetString(), UriKind.Absolute, out _),
            _ => true,
        };
        Report(!fits, at, $"'{value}' is not a {format}");
        Report(schema.TryGetProperty("minLength", out var least) && value.GetString()!.Length < least.GetInt32(), at, "is too short");
    }

    private bool Fits(JsonElement schema, JsonElement value)
    {
        var wrong = new List<string>();
        new SchemaChecker(root, wrong).Check(schema, value, "$");
        return wrong.Count == 0;
    }

    private JsonElement Resolve(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            schema = reference.GetString()!.TrimStart('#', '/').Split('/').Aggregate(root, (element, name) => element.GetProperty(name));
        }

        return schema;
    }

    private void Report(bool isWrong, string at, string what)
    {
        if (isWrong)
        {
            problems.Add($"{at} {what}");
        }
    }
}
