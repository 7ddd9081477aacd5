using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dotdigital.Sdk.Tests.Contract;

/// <summary>What is wrong with a value of a request: an unknown property or a missing one counts.</summary>
internal static class SchemaCheck
{
    public static IReadOnlyList<string> Check(JsonSchema schema, JsonElement value, string path = "$")
    {
        if (schema.Choices.Count > 0)
        {
            var tries = schema.Choices.Select(c => Check(c, value, path)).ToList();
            return tries.Any(t => t.Count == 0) ? [] : [$"{path} is none of {tries.Count} shapes: {string.Join("; ", tries.Select(t => t[0]))}"];
        }

        if (schema.Values.Count > 0)
        {
            return schema.Values.Contains(value.ToString()) ? [] : [$"{path}: '{value}' is none of {string.Join('|', schema.Values)}"];
        }

        return schema.Type switch
        {
            "object" => Object(schema, value, path),
            "array" => Array(schema, value, path),
            "string" => Text(schema, value, path),
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _) ? Bounds(schema, value.GetDecimal(), path) : [$"{path}: {value.ValueKind} is no whole number"],
            "number" => value.ValueKind == JsonValueKind.Number ? Bounds(schema, value.GetDecimal(), path) : [$"{path}: {value.ValueKind} is no number"],
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? [] : [$"{path}: {value.ValueKind} is no boolean"],
            _ => [],
        };
    }

    private static IReadOnlyList<string> Object(JsonSchema schema, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return [$"{path}: {value.ValueKind} is no object"];
        }

        var properties = schema.Properties;
        var problems = schema.Required.Where(r => !value.TryGetProperty(r, out _)).Select(r => $"{path}.{r} is missing").ToList();
        foreach (var property in value.EnumerateObject())
        {
            if (properties.TryGetValue(property.Name, out var known))
            {
                problems.AddRange(property.Value.ValueKind == JsonValueKind.Null && known.IsNullable ? [] : Check(known, property.Value, $"{path}.{property.Name}"));
            }
            else if (!schema.IsOpen && (properties.Count > 0 || schema.Required.Count > 0))
            {
                problems.Add($"{path}.{property.Name} is unknown");
            }
        }

        return problems;
    }

    private static IReadOnlyList<string> Array(JsonSchema schema, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return [$"{path}: {value.ValueKind} is no array"];
        }

        var count = value.GetArrayLength();
        List<string> problems = count < schema.MinItems || count > schema.MaxItems ? [$"{path} has {count} items"] : [];
        problems.AddRange(value.EnumerateArray().SelectMany((item, i) => schema.Items is { } items ? Check(items, item, $"{path}[{i}]") : []));
        return problems;
    }

    private static IReadOnlyList<string> Text(JsonSchema schema, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return [$"{path}: {value.ValueKind} is no text"];
        }

        var text = value.GetString()!;
        if (text.Length < schema.MinLength || text.Length > schema.MaxLength)
        {
            return [$"{path} has {text.Length} characters"];
        }

        var fits = schema.Format switch
        {
            "date-time" => DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _) && text.Contains('T') && text.EndsWith('Z'),
            "guid" => Guid.TryParse(text, out _),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            "email" => text.Contains('@', StringComparison.Ordinal),
            "byte" => Convert.TryFromBase64String(text, new byte[text.Length], out _),
            _ => true,
        };
        return fits && (schema.Pattern is not { } pattern || Regex.IsMatch(text, pattern.Trim('/'))) ? [] : [$"{path}: '{text}' is no {schema.Format ?? schema.Pattern}"];
    }

    private static IReadOnlyList<string> Bounds(JsonSchema schema, decimal value, string path) =>
        value < schema.Minimum || value > schema.Maximum ? [$"{path}: {value} is out of range"] : [];
}
