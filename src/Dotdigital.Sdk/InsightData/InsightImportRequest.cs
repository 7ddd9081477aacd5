using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.InsightData;

/// <summary>Records of insight data to import, up to 50 MB.</summary>
public sealed record InsightImportRequest
{
    /// <summary>The collection; created when it does not exist.</summary>
    public required string CollectionName { get; init; }

    /// <summary>Whose records it holds.</summary>
    [JsonPropertyName("collectionScope")]
    public required InsightCollectionScope Scope { get; init; }

    /// <summary>What it holds.</summary>
    [JsonPropertyName("collectionType")]
    public required InsightCollectionType Type { get; init; }

    /// <summary>The records; at least one.</summary>
    public required IReadOnlyList<NewInsightRecord> Records { get; init; }
}
