using System.Globalization;
using System.Text.Json;

namespace Dotdigital.Sdk.Serialization;

/// <summary>Numbers that may come as text, with a fraction, or not at all: unknown is not an error.</summary>
internal static class TolerantNumbers
{
    public static decimal Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.TryGetDecimal(out var number) ? number : 0;
            case JsonTokenType.String:
                return decimal.TryParse(reader.GetString(), NumberStyles.Number | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
            case JsonTokenType.True:
                return 1;
            default:
                reader.Skip();
                return 0;
        }
    }
}
