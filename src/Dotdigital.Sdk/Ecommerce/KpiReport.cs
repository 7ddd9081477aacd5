using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Ecommerce;

/// <summary>Figures of the shop (<c>ReportSummaryOfKpiMetricSummary</c>).</summary>
public sealed record KpiReport
{
    /// <summary>The figures.</summary>
    [JsonPropertyName("records")]
    public IReadOnlyList<KpiMetric> Metrics { get; init => field = value ?? []; } = [];

    /// <summary>The period, when all are of one.</summary>
    public KpiDateRange DateRange { get; init; }

    /// <summary>When they were worked out, UTC.</summary>
    public DateTimeOffset? AsOfDate { get; init; }
}
