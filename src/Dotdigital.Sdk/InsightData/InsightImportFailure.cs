using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.InsightData;

/// <summary>A record that an import refused.</summary>
public sealed record InsightImportFailure
{
    /// <summary>Whose it was to be.</summary>
    [JsonPropertyName("collectionOwner")]
    public InsightRecordOwner? Owner { get; init; }

    /// <summary>Its key.</summary>
    public string? Key { get; init; }

    /// <summary>What was sent.</summary>
    [JsonPropertyName("json")]
    public JsonElement? Content { get; init; }

    /// <summary>Why.</summary>
    [JsonPropertyName("failureReason")]
    public InsightFailureReason Reason { get; init; }

    /// <summary>The reasons in words.</summary>
    public IReadOnlyList<string> Details { get; init => field = value ?? []; } = [];
}
