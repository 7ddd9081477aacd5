using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dotdigital.Sdk.Events;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Tests.Contract;

/// <summary>What of an answer is not in what the client made of it.</summary>
internal static class AnswerCheck
{
    /// <summary>Writes the result as JSON again, and looks for each value of the answer in it.</summary>
    public static IReadOnlyList<string> Check(object? result, JsonNode? answer)
    {
        switch (result)
        {
            case null:
                return [];
            case string text:
                return answer!.AsObject().Any(p => p.Value?.ToString() == text) ? [] : [$"'{text}' is not in the answer"];
            case Stream stream:
                using (var reader = new StreamReader(stream))
                {
                    return reader.ReadToEnd().Length > 0 ? [] : ["the stream is empty"];
                }

            case EventPage page:
                return Find(answer!["events"], Write(page.Events), "$.events");
            case DateTimeOffset or int or Uri:
                return result.ToString()!.Length > 0 ? [] : ["nothing was read"];
        }

        var items = result.GetType().GetProperty("Items")?.GetValue(result) ?? result;
        var expected = answer is JsonObject o && o.FirstOrDefault(p => string.Equals(p.Key, "_items", StringComparison.OrdinalIgnoreCase)) is { Key: not null } list ? list.Value : answer;

        // A list that was read to its end has the first page once, and for markers the second one too.
        return Find(expected, Write(items), "$");
    }

    private static JsonNode? Write(object value) => value is IEnumerable items && !IsModel(value)
        ? new JsonArray([.. items.Cast<object>().Select(Write)])
        : JsonSerializer.SerializeToNode(value, SdkJson.Default.GetTypeInfo(value.GetType()) ?? throw new InvalidOperationException($"{value.GetType()} has no JSON form."));

    private static bool IsModel(object value) => SdkJson.Default.GetTypeInfo(value.GetType()) is not null && value.GetType() is { IsGenericType: false, IsArray: false };

    private static IReadOnlyList<string> Find(JsonNode? expected, JsonNode? actual, string path)
    {
        switch (expected)
        {
            case null:
                return [];
            case JsonObject properties:
                return actual is JsonObject found
                    ? [.. properties.SelectMany(p => Find(p.Value, found.FirstOrDefault(f => string.Equals(f.Key, p.Key, StringComparison.OrdinalIgnoreCase)).Value, $"{path}.{p.Key}"))]
                    : [$"{path} was lost"];
            case JsonArray items:
                return actual is JsonArray list && list.Count >= items.Count
                    ? [.. items.SelectMany((item, i) => Find(item, list[i], $"{path}[{i}]"))]
                    : items.Count == 0 ? [] : [$"{path} was lost"];
            default:
                return actual is not null && Same(expected.ToString(), actual.ToString()) ? [] : [$"{path} was {expected} and is {actual?.ToJsonString() ?? "lost"}"];
        }
    }

    private static bool Same(string expected, string actual) =>
        string.Equals(expected, actual, StringComparison.OrdinalIgnoreCase)
        || (decimal.TryParse(expected, CultureInfo.InvariantCulture, out var number) && decimal.TryParse(actual, CultureInfo.InvariantCulture, out var other) && (number == other || decimal.Truncate(number) == other))
        || (DateTimeOffset.TryParse(expected, CultureInfo.InvariantCulture, out var date) && DateTimeOffset.TryParse(actual, CultureInfo.InvariantCulture, out var otherDate) && date == otherDate);
}
