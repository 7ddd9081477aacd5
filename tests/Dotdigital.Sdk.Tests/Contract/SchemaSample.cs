using System.Text.Json.Nodes;

namespace Dotdigital.Sdk.Tests.Contract;

/// <summary>Makes answers from their schema.</summary>
internal static class SchemaSample
{
    public const string Date = "2026-03-01T12:30:45Z";
    public const string Id = "d7de900d-d337-43f6-b1e1-c8ec73e1a434";
    private const int MaxDepth = 6;

    public static JsonNode? Make(JsonSchema schema, AnswerKind kind, string name = "", int depth = 0)
    {
        if (schema.Choices.Count > 0)
        {
            return Make(schema.Choices[0], kind, name, depth);
        }

        if (schema.Values.Count > 0)
        {
            return kind switch
            {
                AnswerKind.Unknown => "somethingNobodyHeardOf",
                AnswerKind.ChangedCase => schema.Values.First().ToUpperInvariant(),
                _ => schema.Values.First(),
            };
        }

        return schema.Type switch
        {
            "object" => Object(schema, kind, depth),
            "array" => depth > MaxDepth ? new JsonArray() : new JsonArray(Make(schema.Items!, kind, name, depth + 1)),
            "integer" => 7,
            "number" => 7.5m,
            "boolean" => true,
            "string" => Text(schema, name),
            _ => "any",
        };
    }

    private static JsonObject Object(JsonSchema schema, AnswerKind kind, int depth)
    {
        var result = new JsonObject();
        foreach (var (name, property) in schema.Properties)
        {
            var isJob = property.Format == "guid" || name is "importId" or "deleteId" or "jobId";
            if (kind == AnswerKind.Sparse && !isJob && !schema.Required.Contains(name))
            {
                continue;
            }

            var written = kind == AnswerKind.ChangedCase ? name.ToUpperInvariant() : name;
            var isPaging = name is "_links" or "_items" || (schema.Required.Contains("_items") && name == "_items");
            result[written] = kind == AnswerKind.Nulls && !isJob && !isPaging ? null : Make(property, kind, name, depth + 1);
        }

        if (schema.Properties.Count == 0 || schema.IsOpen)
        {
            result["anyName"] = "any";
        }

        if (kind == AnswerKind.Unknown && schema.Properties.Count > 0 && !schema.IsOpen)
        {
            result["brandNew"] = new JsonObject { ["x"] = new JsonArray(1, null, "a") };
        }

        return result;
    }

    private static string Text(JsonSchema schema, string name) => schema.Format switch
    {
        "date-time" => Date,
        "guid" => Id,
        "uri" => "https://example.com/a",
        "binary" => "Reason,email\n",
        _ when name is "importId" or "deleteId" or "jobId" => Id,
        _ => "text",
    };
}
