using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Ecommerce;

/// <summary>The period a figure covers, and the one it is compared with (v2 <c>EcommercePredefinedDateRanges</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<KpiDateRange>))]
public readonly record struct KpiDateRange : IOpenEnum<KpiDateRange>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public KpiDateRange(string? value) => this.value = value;

    /// <summary>The API's <c>LastThirtyVsPrevious</c>.</summary>
    public static KpiDateRange LastThirtyVsPrevious { get; } = new("LastThirtyVsPrevious");

    /// <summary>The API's <c>TodayVsYesterday</c>.</summary>
    public static KpiDateRange TodayVsYesterday { get; } = new("TodayVsYesterday");

    /// <summary>The API's <c>YesterdayVsPrevious</c>.</summary>
    public static KpiDateRange YesterdayVsPrevious { get; } = new("YesterdayVsPrevious");

    /// <summary>The API's <c>ThisWeekVsLast</c>.</summary>
    public static KpiDateRange ThisWeekVsLast { get; } = new("ThisWeekVsLast");

    /// <summary>The API's <c>LastWeekVsPrevious</c>.</summary>
    public static KpiDateRange LastWeekVsPrevious { get; } = new("LastWeekVsPrevious");

    /// <summary>The API's <c>ThisMonthVsLast</c>.</summary>
    public static KpiDateRange ThisMonthVsLast { get; } = new("ThisMonthVsLast");

    /// <summary>The API's <c>LastMonthVsPrevious</c>.</summary>
    public static KpiDateRange LastMonthVsPrevious { get; } = new("LastMonthVsPrevious");

    /// <summary>The API's <c>ThisYearVsLast</c>.</summary>
    public static KpiDateRange ThisYearVsLast { get; } = new("ThisYearVsLast");

    /// <summary>The API's <c>LastYearVsPrevious</c>.</summary>
    public static KpiDateRange LastYearVsPrevious { get; } = new("LastYearVsPrevious");

    /// <summary>The API's <c>AllTime</c>.</summary>
    public static KpiDateRange AllTime { get; } = new("AllTime");

    /// <summary>The API's <c>Custom</c>.</summary>
    public static KpiDateRange Custom { get; } = new("Custom");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static KpiDateRange NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static KpiDateRange FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(KpiDateRange other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
