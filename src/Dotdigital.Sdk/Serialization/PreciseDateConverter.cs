using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Serialization;

/// <summary>Dates whose milliseconds tell the order of things: written in UTC with them.</summary>
internal sealed class PreciseDateConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && DotdigitalDate.TryParse(reader.GetString(), out var date) ? date : null;

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
}
