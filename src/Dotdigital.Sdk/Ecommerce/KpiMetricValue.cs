using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Ecommerce;

/// <summary>A figure and the one it is compared with (<c>KpiMetricValue</c>).</summary>
public sealed record KpiMetricValue
{
    /// <summary>The figure of the period.</summary>
    [JsonPropertyName("initialTotalValue")]
    public decimal Value { get; init; }

    /// <summary>The figure of the period compared with.</summary>
    [JsonPropertyName("comparisonTotalValue")]
    public decimal ComparedValue { get; init; }
}
