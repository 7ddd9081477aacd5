using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Ecommerce;

/// <summary>One figure of the shop (<c>KpiMetricSummary</c>).</summary>
public sealed record KpiMetric
{
    /// <summary>What it tells.</summary>
    [JsonPropertyName("metricType")]
    public KpiMetricType Type { get; init; }

    /// <summary>The figures.</summary>
    [JsonPropertyName("metricValues")]
    public KpiMetricValue? Values { get; init; }

    /// <summary>The period.</summary>
    public KpiDateRange DateRange { get; init; }
}
