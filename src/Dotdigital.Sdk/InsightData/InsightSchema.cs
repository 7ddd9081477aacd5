using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.InsightData;

/// <summary>The JSON schema of a collection.</summary>
public sealed record InsightSchema
{
    /// <summary>The collection.</summary>
    [JsonPropertyName("collectionName")]
    public string? Name { get; init; }

    /// <summary>What it holds.</summary>
    [JsonPropertyName("collectionType")]
    public InsightCollectionType Type { get; init; }

    /// <summary>The schema, which records may go beyond.</summary>
    public JsonElement? Schema { get; init; }
}
