using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Dotdigital.Sdk.Tests.Contract;

/// <summary>What is wrong with a request by the description of its operation.</summary>
internal static partial class RequestCheck
{
    private static readonly string[] Common = ["Authorization", "x-ddg-integration-token", "traceparent", "tracestate", "User-Agent", "Accept"];

    public static IReadOnlyList<string> Check(RecordedCall call) => [.. Query(call), .. Headers(call), .. Body(call)];

    private static IEnumerable<string> Query(RecordedCall call)
    {
        var declared = call.Operation.Parameters.Where(p => p.In == "query").ToDictionary(p => p.Name, StringComparer.Ordinal);
        foreach (var missing in declared.Values.Where(p => p.IsRequired && call.Query.All(q => q.Key != p.Name)))
        {
            yield return $"query {missing.Name} is missing";
        }

        foreach (var (name, value) in call.Query)
        {
            if (!declared.TryGetValue(IndexedName().Replace(name, ""), out var parameter))
            {
                yield return $"query {name} is unknown";
            }
            else if (parameter.Schema.Type != "object" && !IndexedName().IsMatch(name))
            {
                var schema = parameter.Schema.Items ?? parameter.Schema;
                foreach (var part in parameter.Schema.Items is null ? [value] : value.Split('|'))
                {
                    foreach (var problem in SchemaCheck.Check(schema, Value(schema, part), $"query {name}"))
                    {
                        yield return problem;
                    }
                }
            }
        }
    }

    private static IEnumerable<string> Headers(RecordedCall call) =>
        call.Headers.Except(Common, StringComparer.OrdinalIgnoreCase)
            .Where(h => !call.Operation.Parameters.Any(p => p.In == "header" && string.Equals(p.Name, h, StringComparison.OrdinalIgnoreCase)))
            .Select(h => $"header {h} is unknown");

    private static IEnumerable<string> Body(RecordedCall call)
    {
        if (ContractExceptions.TakesOtherBody(call.Operation))
        {
            return call.Body is { Length: > 0 } ? [] : ["the body is missing"];
        }

        if (call.Body is not { Length: > 0 } body)
        {
            return call.Operation.NeedsBody ? ["the body is missing"] : [];
        }

        var schema = ContractExceptions.BodyOf(call.Operation) ?? call.Operation.Bodies.GetValueOrDefault(call.MediaType ?? "");
        if (schema is null)
        {
            return [$"a body of {call.MediaType} is unknown"];
        }

        var reader = new Utf8JsonReader(body);
        return SchemaCheck.Check(schema, JsonElement.ParseValue(ref reader));
    }

    private static JsonElement Value(JsonSchema schema, string text) =>
        JsonSerializer.SerializeToElement(schema.Type is "integer" or "number" or "boolean" ? JsonNode.Parse(text) : JsonValue.Create(text));

    [GeneratedRegex(@"\[\d+\]\.\w+$", RegexOptions.NonBacktracking)]
    private static partial Regex IndexedName();
}
