using System.Text.Json;
using Dotdigital.Sdk.DataFields;

namespace Dotdigital.Sdk.Serialization;

/// <summary>Writes data fields as v2 takes them: an array of key and value.</summary>
internal sealed class DataFieldPairsConverter : DataFieldMapConverter
{
    public override void Write(Utf8JsonWriter writer, DataFieldMap value, JsonSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        for (var i = 0; i < value.Count; i++)
        {
            writer.WriteStartObject();
            writer.WriteString("key", value.Names[i]);
            writer.WritePropertyName("value");
            DataFieldValueConverter.WriteValue(writer, value.Values[i]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
