using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Dotdigital.Sdk.Http;

internal static class JsonAnswer
{
    /// <summary>Reads JSON that may be missing; <see langword="null"/> when it is, or is something else.</summary>
    public static T? TryRead<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type)
        where T : class
    {
        if (body.IsEmpty)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
