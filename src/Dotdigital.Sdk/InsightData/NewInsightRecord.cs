using System.Text.Json;
using System.Text.Json.Serialization;
using Dotdigital.Sdk.ContactsV3;

namespace Dotdigital.Sdk.InsightData;

/// <summary>A record of insight data to create or replace (<c>upsertInsightRecord</c>).</summary>
public sealed record NewInsightRecord
{
    /// <summary>Its key, unique in the collection.</summary>
    public required string Key { get; init; }

    /// <summary>Its content, a JSON object; for instance from <c>JsonSerializer.SerializeToElement</c>.</summary>
    [JsonPropertyName("json")]
    public required JsonElement Content { get; init; }

    /// <summary>Whose it is; needed in a collection of contact scope.</summary>
    [JsonPropertyName("contactIdentity")]
    public ContactV3Identifier? Contact { get; init; }
}
