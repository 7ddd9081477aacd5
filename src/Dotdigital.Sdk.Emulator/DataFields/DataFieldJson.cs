using System.Text.Json;

namespace Dotdigital.Sdk.Emulator.DataFields;

/// <summary>Writes a canonical value as the JSON type its field has.</summary>
internal static class DataFieldJson
{
    public static void WriteValue(Utf8JsonWriter writer, DataField field, string? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        switch (field.Type)
        {
            case DataFieldType.Numeric:
                writer.WriteRawValue(value, skipInputValidation: true);
                break;
            case DataFieldType.Boolean:
                writer.WriteBooleanValue(value[0] == 't');
                break;
            default:
                writer.WriteStringValue(value);
                break;
        }
    }
}
