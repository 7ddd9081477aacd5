using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.InsightData;

/// <summary>A record of insight data: an order, a product (<c>returnedInsightRecord</c>).</summary>
public sealed record InsightRecord
{
    /// <summary>Its key, unique in the collection.</summary>
    public string? Key { get; init; }

    /// <summary>Its content, a JSON object.</summary>
    [JsonPropertyName("json")]
    public JsonElement? Content { get; init; }

    /// <summary>When it was created, UTC.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The contact it belongs to; <see langword="null"/> when the account's own.</summary>
    public long? OwnerContactId { get; init; }
}
