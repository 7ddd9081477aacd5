using System.Text.Json;
using System.Text.Json.Serialization;
using Dotdigital.Sdk.DataFields;

namespace Dotdigital.Sdk.Serialization;

/// <summary>Reads the rows that come by the thousand, value by value, as tolerantly as the generated code does.</summary>
/// <typeparam name="T">The row.</typeparam>
internal abstract class RowConverter<T> : JsonConverter<T>
    where T : class
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartObject ? ReadRow(ref reader, options) : throw new JsonException("It is no object.");

    /// <summary>Reads, from the object's start to its end.</summary>
    protected abstract T ReadRow(ref Utf8JsonReader reader, JsonSerializerOptions options);

    protected static string? Text(ref Utf8JsonReader reader) => TolerantStringConverter.ReadValue(ref reader);

    protected static long Number(ref Utf8JsonReader reader) => TolerantInt64Converter.ReadValue(ref reader);

    protected static DateTimeOffset? Date(ref Utf8JsonReader reader) => DotdigitalDateConverter.ReadValue(ref reader);

    protected static DataFieldMap DataFields(ref Utf8JsonReader reader) => DataFieldMapConverter.ReadMap(ref reader);

    protected static TEnum Enumeration<TEnum>(ref Utf8JsonReader reader)
        where TEnum : struct, IOpenEnum<TEnum> => OpenEnumConverter<TEnum>.ReadValue(ref reader);
}
