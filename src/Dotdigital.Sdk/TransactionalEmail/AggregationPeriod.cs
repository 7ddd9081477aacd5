using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.TransactionalEmail;

/// <summary>How statistics are grouped (v2 <c>ApiAggregationPeriod</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<AggregationPeriod>))]
public readonly record struct AggregationPeriod : IOpenEnum<AggregationPeriod>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public AggregationPeriod(string? value) => this.value = value;

    /// <summary>The API's <c>AllTime</c>.</summary>
    public static AggregationPeriod AllTime { get; } = new("AllTime");

    /// <summary>The API's <c>Month</c>.</summary>
    public static AggregationPeriod Month { get; } = new("Month");

    /// <summary>The API's <c>Week</c>.</summary>
    public static AggregationPeriod Week { get; } = new("Week");

    /// <summary>The API's <c>Day</c>.</summary>
    public static AggregationPeriod Day { get; } = new("Day");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static AggregationPeriod NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static AggregationPeriod FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(AggregationPeriod other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
