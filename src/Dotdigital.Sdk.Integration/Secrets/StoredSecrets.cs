using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Integration.Secrets;

/// <summary>Several secrets as one text, to be encrypted together: how many there are and how long each is stays unknown.</summary>
internal static partial class StoredSecrets
{
    public static string Join(IReadOnlyList<string> secrets) => JsonSerializer.Serialize(secrets, Json.Default.IReadOnlyListString);

    public static IReadOnlyList<string> Parse(string text) => JsonSerializer.Deserialize(text, Json.Default.IReadOnlyListString) ?? [];

    [JsonSerializable(typeof(IReadOnlyList<string>))]
    private sealed partial class Json : JsonSerializerContext;
}
