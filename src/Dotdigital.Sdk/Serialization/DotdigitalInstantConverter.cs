using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Serialization;

/// <summary>Dates that a request must have: written in UTC.</summary>
internal sealed class DotdigitalInstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && DotdigitalDate.TryParse(reader.GetString(), out var date) ? date : throw new JsonException("It is no date.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(DotdigitalDate.Format(value));
}
