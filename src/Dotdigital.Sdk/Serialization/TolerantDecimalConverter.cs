using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Serialization;

/// <summary>Numbers that may come as text or null (then 0).</summary>
internal sealed class TolerantDecimalConverter : JsonConverter<decimal>
{
    public override bool HandleNull => true;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TolerantNumbers.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
