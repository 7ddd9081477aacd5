using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Ecommerce;

/// <summary>What a figure tells (v2 <c>KpiMetricType</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<KpiMetricType>))]
public readonly record struct KpiMetricType : IOpenEnum<KpiMetricType>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public KpiMetricType(string? value) => this.value = value;

    /// <summary>The API's <c>TotalRevenue</c>.</summary>
    public static KpiMetricType TotalRevenue { get; } = new("TotalRevenue");

    /// <summary>The API's <c>AverageOrderValue</c>.</summary>
    public static KpiMetricType AverageOrderValue { get; } = new("AverageOrderValue");

    /// <summary>The API's <c>CustomerLifetimeValue</c>.</summary>
    public static KpiMetricType CustomerLifetimeValue { get; } = new("CustomerLifetimeValue");

    /// <summary>The API's <c>TotalOrders</c>.</summary>
    public static KpiMetricType TotalOrders { get; } = new("TotalOrders");

    /// <summary>The API's <c>AverageItemsPerOrder</c>.</summary>
    public static KpiMetricType AverageItemsPerOrder { get; } = new("AverageItemsPerOrder");

    /// <summary>The API's <c>AverageDaysToSecondOrder</c>.</summary>
    public static KpiMetricType AverageDaysToSecondOrder { get; } = new("AverageDaysToSecondOrder");

    /// <summary>The API's <c>Customers</c>.</summary>
    public static KpiMetricType Customers { get; } = new("Customers");

    /// <summary>The API's <c>SinglePurchaseCustomers</c>.</summary>
    public static KpiMetricType SinglePurchaseCustomers { get; } = new("SinglePurchaseCustomers");

    /// <summary>The API's <c>RepeatCustomers</c>.</summary>
    public static KpiMetricType RepeatCustomers { get; } = new("RepeatCustomers");

    /// <summary>The API's <c>TotalDelay</c>.</summary>
    public static KpiMetricType TotalDelay { get; } = new("TotalDelay");

    /// <summary>The API's <c>TotalRepeatOrders</c>.</summary>
    public static KpiMetricType TotalRepeatOrders { get; } = new("TotalRepeatOrders");

    /// <summary>The API's <c>TotalItems</c>.</summary>
    public static KpiMetricType TotalItems { get; } = new("TotalItems");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static KpiMetricType NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static KpiMetricType FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(KpiMetricType other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
