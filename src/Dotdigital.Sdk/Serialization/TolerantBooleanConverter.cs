using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Serialization;

/// <summary>Booleans that may come as text, number or null (then false).</summary>
internal sealed class TolerantBooleanConverter : JsonConverter<bool>
{
    public override bool HandleNull => true;

    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String => bool.TryParse(reader.GetString(), out var parsed) && parsed,
        _ => TolerantNumbers.Read(ref reader) != 0,
    };

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}
