using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Dotdigital.Sdk.Serialization;

internal static class JsonText
{
    /// <summary>The raw text of the current token, without going through a number.</summary>
    public static string Raw(ref Utf8JsonReader reader) =>
        reader.HasValueSequence ? Encoding.UTF8.GetString(reader.ValueSequence.ToArray()) : Encoding.UTF8.GetString(reader.ValueSpan);
}
