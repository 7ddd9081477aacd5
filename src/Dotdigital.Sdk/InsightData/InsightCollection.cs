using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.InsightData;

/// <summary>A collection of insight data (<c>collectionSummary</c>).</summary>
public sealed record InsightCollection
{
    /// <summary>Its name.</summary>
    [JsonPropertyName("collectionName")]
    public string? Name { get; init; }

    /// <summary>What it holds.</summary>
    [JsonPropertyName("collectionType")]
    public InsightCollectionType Type { get; init; }

    /// <summary>Whose records it holds.</summary>
    [JsonPropertyName("collectionScope")]
    public InsightCollectionScope Scope { get; init; }

    /// <summary>How many records it has.</summary>
    public long RecordCount { get; init; }
}
