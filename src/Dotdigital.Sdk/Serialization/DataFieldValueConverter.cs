using System.Text.Json;
using System.Text.Json.Serialization;
using Dotdigital.Sdk.DataFields;

namespace Dotdigital.Sdk.Serialization;

/// <summary>Reads and writes the value of a data field as the JSON value it is.</summary>
internal sealed class DataFieldValueConverter : JsonConverter<DataFieldValue>
{
    public override bool HandleNull => true;

    public static DataFieldValue ReadValue(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return DataFieldValue.FromText(reader.GetString());
            case JsonTokenType.Number:
                return reader.TryGetDecimal(out var number) ? DataFieldValue.FromNumber(number) : DataFieldValue.FromText(JsonText.Raw(ref reader));
            case JsonTokenType.True:
                return DataFieldValue.FromBoolean(true);
            case JsonTokenType.False:
                return DataFieldValue.FromBoolean(false);
            default:
                reader.Skip();
                return DataFieldValue.Null;
        }
    }

    public static void WriteValue(Utf8JsonWriter writer, DataFieldValue value)
    {
        switch (value.Kind)
        {
            case DataFieldValueKind.Text:
                writer.WriteStringValue(value.AsText());
                break;
            case DataFieldValueKind.Number:
                writer.WriteNumberValue(value.AsNumber()!.Value);
                break;
            case DataFieldValueKind.Boolean:
                writer.WriteBooleanValue(value.AsBoolean()!.Value);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    public override DataFieldValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadValue(ref reader);

    public override void Write(Utf8JsonWriter writer, DataFieldValue value, JsonSerializerOptions options) => WriteValue(writer, value);
}
