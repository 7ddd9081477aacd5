using System.Text.Json;

namespace Dotdigital.Sdk.Integration.SingleSignOn;

/// <summary>What the token endpoint answered; property names count whatever their case.</summary>
/// <param name="AccessToken">Signs in, for a while.</param>
/// <param name="RefreshToken">Gets further access tokens; null when the one in use stays.</param>
/// <param name="Error">OAuth's error code, if it is one.</param>
internal sealed record TokenAnswer(string? AccessToken, string? RefreshToken, string? Error)
{
    /// <summary>Reads an answer; one that is no JSON object says nothing.</summary>
    public static TokenAnswer Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? new TokenAnswer(Text(json.RootElement, "access_token"), Text(json.RootElement, "refresh_token"), Text(json.RootElement, "error"))
                : new TokenAnswer(null, null, null);
        }
        catch (JsonException)
        {
            return new TokenAnswer(null, null, null);
        }
    }

    /// <summary>Nothing of it: it is tokens.</summary>
    public override string ToString() => nameof(TokenAnswer);

    private static string? Text(JsonElement json, string name) => json.EnumerateObject()
        .Where(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind == JsonValueKind.String)
        .Select(static property => property.Value.GetString())
        .FirstOrDefault(static text => !string.IsNullOrEmpty(text));
}
