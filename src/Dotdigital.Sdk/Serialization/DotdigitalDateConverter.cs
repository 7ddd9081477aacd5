using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Serialization;

/// <summary>Reads dates tolerantly: <see langword="null"/>, empty or unreadable is no date, because unknown is not an error. Writes UTC.</summary>
internal sealed class DotdigitalDateConverter : JsonConverter<DateTimeOffset?>
{
    public override bool HandleNull => true;

    public static DateTimeOffset? ReadValue(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        if (reader.TryGetDateTime(out var value))
        {
            // The API tells "never" as the first year of its calendar.
            if (value.Year <= 1)
            {
                return null;
            }

            return value.Kind == DateTimeKind.Unspecified
                ? new DateTimeOffset(value, TimeSpan.Zero)
                : new DateTimeOffset(value.ToUniversalTime());
        }

        return DotdigitalDate.TryParse(reader.GetString(), out var date) ? date : null;
    }

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadValue(ref reader);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } date)
        {
            writer.WriteStringValue(DotdigitalDate.Format(date));
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
