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

    public override DataFieldMap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadMap(ref reader);

    public static DataFieldMap ReadMap(ref Utf8JsonReader reader)
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
            var last = lastNames ?? [];
            var count = 0;
            while (isArray ? ReadPair(ref reader, Expected(last, count), out var name, out var value) : ReadProperty(ref reader, Expected(last, count), out name, out value))
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

    private static bool ReadProperty(ref Utf8JsonReader reader, string? expected, out string name, out DataFieldValue value)
    {
        name = "";
        value = default;
        if (!reader.Read() || reader.TokenType == JsonTokenType.EndObject)
        {
            return false;
        }

        name = ReadName(ref reader, expected);
        reader.Read();
        value = DataFieldValueConverter.ReadValue(ref reader);
        return true;
    }

    private static bool ReadPair(ref Utf8JsonReader reader, string? expected, out string name, out DataFieldValue value)
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
                var isKey = Is(ref reader, "key"u8, "key");
                var isValue = !isKey && Is(ref reader, "value"u8, "value");
                reader.Read();
                if (isValue)
                {
                    value = DataFieldValueConverter.ReadValue(ref reader);
                    continue;
                }

                if (isKey)
                {
                    name = reader.TokenType == JsonTokenType.String ? ReadName(ref reader, expected) : "";
                }

                reader.Skip();
            }

            if (name.Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> text, string name) =>
        reader.ValueTextEquals(text) || ((reader.ValueIsEscaped || reader.ValueSpan.Length == text.Length) && NamePool.Shared.Get(ref reader).Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string? Expected(string[] last, int at) => at < last.Length ? last[at] : null;

    private static string ReadName(ref Utf8JsonReader reader, string? expected) =>
        expected is not null && reader.ValueTextEquals(expected) ? expected : NamePool.Shared.Get(ref reader);

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
