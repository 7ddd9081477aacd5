using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Events;

/// <summary>A condition on an event (<c>filter</c>).</summary>
public sealed record EventFilter
{
    /// <summary>The field, as a JSON path.</summary>
    public required string Field { get; init; }

    /// <summary>What it must be, <c>*</c> and <c>?</c> allowed, 1 to 1024 characters.</summary>
    [JsonPropertyName("matchPattern")]
    public required string Pattern { get; init; }

    /// <summary>Whether case matters; it does when <see langword="null"/>.</summary>
    [JsonPropertyName("caseSensitive")]
    public bool? IsCaseSensitive { get; init; }
}
