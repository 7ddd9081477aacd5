using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Serialization;

/// <summary>Reads and writes any open enumeration as its text; <see langword="null"/> reads as empty, and empty writes as <see langword="null"/>.</summary>
/// <typeparam name="T">The open enumeration.</typeparam>
public sealed class OpenEnumConverter<T> : JsonConverter<T>
    where T : struct, IOpenEnum<T>
{
    private const int MaxKnown = 64;
    private static T[] known = [];

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadValue(ref reader);

    internal static T ReadValue(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return ReadText(ref reader);
            case JsonTokenType.Null:
                return default;
            case JsonTokenType.Number:
                return T.FromValue(JsonText.Raw(ref reader));
            case JsonTokenType.True:
                return T.FromValue("true");
            case JsonTokenType.False:
                return T.FromValue("false");
            default:
                reader.Skip();
                return default;
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.Value.Length == 0)
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteStringValue(value.Value);
        }
    }

    // Values seen before are reused, so that a page of a thousand statuses makes no string at all.
    private static T ReadText(ref Utf8JsonReader reader)
    {
        var seen = Volatile.Read(ref known);
        foreach (var candidate in seen)
        {
            if (reader.ValueTextEquals(candidate.Value))
            {
                return candidate;
            }
        }

        var value = T.FromValue(reader.GetString());
        if (seen.Length < MaxKnown)
        {
            Volatile.Write(ref known, [.. seen, value]);
        }

        return value;
    }
}
