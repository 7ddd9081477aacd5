using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Events;

/// <summary>A condition of a subscription (<c>filter</c>).</summary>
public sealed record EventSubscriptionFilter
{
    /// <summary>The field, as a JSON path.</summary>
    public string? Field { get; init; }

    /// <summary>What it must be.</summary>
    [JsonPropertyName("matchPattern")]
    public string? Pattern { get; init; }

    /// <summary>Whether case matters; it does when <see langword="null"/>.</summary>
    [JsonPropertyName("caseSensitive")]
    public bool? IsCaseSensitive { get; init; }
}
