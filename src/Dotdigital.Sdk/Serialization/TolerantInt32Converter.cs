using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Serialization;

/// <summary>Whole numbers that may come as text or null (then 0).</summary>
internal sealed class TolerantInt32Converter : JsonConverter<int>
{
    public override bool HandleNull => true;

    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var value) ? value : decimal.ToInt32(Math.Clamp(decimal.Truncate(TolerantNumbers.Read(ref reader)), int.MinValue, int.MaxValue));

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
