using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dotdigital.Sdk.DataFields;

namespace Dotdigital.Sdk.Serialization;

/// <summary>
/// Reads data fields in both shapes (v2: an array of key and value; v3: an object) and writes the v3 one. Rows of a page usually have the same
/// names in the same order: then they share one array of names.
/// </summary>
internal class DataFieldMapConverter : JsonConverter<DataFieldMap>
{
    [ThreadStatic]
    private static string[]? lastNames;

    public override bool HandleNull => true;

    public override DataFieldMap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
        {
            reader.Skip();
            return DataFieldMap.Empty;
        }

        var names = ArrayPool<string>.Shared.Rent(64);
        var values = ArrayPool<DataFieldValue>.Shared.Rent(64);
        try
        {
            var isArray = reader.TokenType == JsonTokenType.StartArray;
            var count = 0;
            while (isArray ? ReadPair(ref reader, out var name, out var value) : ReadProperty(ref reader, out name, out value))
            {
                if (count == Math.Min(names.Length, values.Length))
                {
                    names = Grow(names, count);
                    values = Grow(values, count);
                }

                names[count] = name;
                values[count++] = value;
            }

            return count == 0 ? DataFieldMap.Empty : new(ShareNames(names.AsSpan(0, count)), values.AsSpan(0, count).ToArray());
        }
        finally
        {
            ArrayPool<string>.Shared.Return(names, clearArray: true);
            ArrayPool<DataFieldValue>.Shared.Return(values, clearArray: true);
        }
    }

    public override void Write(Utf8JsonWriter writer, DataFieldMap value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        for (var i = 0; i < value.Count; i++)
        {
            writer.WritePropertyName(value.Names[i]);
            DataFieldValueConverter.WriteValue(writer, value.Values[i]);
        }

        writer.WriteEndObject();
    }

    private static bool ReadProperty(ref Utf8JsonReader reader, out string name, out DataFieldValue value)
    {
        name = "";
        value = default;
        if (!reader.Read() || reader.TokenType == JsonTokenType.EndObject)
        {
            return false;
        }

        name = NamePool.Shared.Get(ref reader);
        reader.Read();
        value = DataFieldValueConverter.ReadValue(ref reader);
        return true;
    }

    private static bool ReadPair(ref Utf8JsonReader reader, out string name, out DataFieldValue value)
    {
        name = "";
        value = default;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var property = NamePool.Shared.Get(ref reader);
                reader.Read();
                if (property.Equals("key", StringComparison.OrdinalIgnoreCase))
                {
                    name = reader.TokenType == JsonTokenType.String ? NamePool.Shared.Get(ref reader) : "";
                    reader.Skip();
                }
                else if (property.Equals("value", StringComparison.OrdinalIgnoreCase))
                {
                    value = DataFieldValueConverter.ReadValue(ref reader);
                }
                else
                {
                    reader.Skip();
                }
            }

            if (name.Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static string[] ShareNames(ReadOnlySpan<string> names)
    {
        if (lastNames is not { } last || !names.SequenceEqual(last))
        {
            lastNames = last = names.ToArray();
        }

        return last;
    }

    private static T[] Grow<T>(T[] array, int count)
    {
        var larger = ArrayPool<T>.Shared.Rent(count * 2);
        array.AsSpan(0, count).CopyTo(larger);
        ArrayPool<T>.Shared.Return(array, clearArray: true);
        return larger;
    }
}
