using System.Text.Json;

namespace Dotdigital.Sdk.Emulator.Http;

/// <summary>Distorts a JSON answer as <see cref="ChaosJson"/> asks. The names inside <c>dataFields</c> and <c>identifiers</c> are data and stay.</summary>
internal static class ChaosWriter
{
    private static readonly HashSet<string> OpenEnums = new(StringComparer.Ordinal) { "optInType", "emailType", "visibility", "replyAction" };

    public static ApiResult Distort(ApiResult result, ChaosJson chaos)
    {
        if (chaos == ChaosJson.None || result.Body.IsEmpty || result.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true)
        {
            return result;
        }

        using var document = JsonDocument.Parse(result.Body);
        return ApiResult.Json(result.Status, writer => Value(writer, document.RootElement, chaos, isData: false));
    }

    private static void Value(Utf8JsonWriter writer, JsonElement value, ChaosJson chaos, bool isData)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject())
                {
                    Property(writer, property, chaos, isData);
                }

                if (chaos.HasFlag(ChaosJson.ExtraProperties) && !isData)
                {
                    writer.WriteStartObject("neverHeardOf");
                    writer.WriteNumber("since", 2031);
                    writer.WriteEndObject();
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Value(writer, item, chaos, isData: false);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static void Property(Utf8JsonWriter writer, JsonProperty property, ChaosJson chaos, bool isData)
    {
        var name = property.Name;
        var pascal = chaos.HasFlag(ChaosJson.PascalCase) && !isData && name.Length > 0 && char.IsAsciiLetterLower(name[0]);
        writer.WritePropertyName(pascal ? char.ToUpperInvariant(name[0]) + name[1..] : name);
        var value = property.Value;
        if (chaos.HasFlag(ChaosJson.UnknownEnums) && OpenEnums.Contains(name))
        {
            writer.WriteStringValue("NeverHeardOf");
        }
        else if (chaos.HasFlag(ChaosJson.Nulls) && !isData && IsEmpty(value) && name is not "_items")
        {
            writer.WriteNullValue();
        }
        else
        {
            Value(writer, value, chaos, name is "dataFields" or "identifiers" && value.ValueKind == JsonValueKind.Object);
        }
    }

    private static bool IsEmpty(JsonElement value)
        => (value.ValueKind == JsonValueKind.String && value.ValueEquals("")) || (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0);
}
