using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Campaigns;

/// <summary>What decides a split test (v2 <c>ApiSplitTestMetrics</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<SplitTestMetric>))]
public readonly record struct SplitTestMetric : IOpenEnum<SplitTestMetric>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public SplitTestMetric(string? value) => this.value = value;

    /// <summary>The API's <c>Opens</c>.</summary>
    public static SplitTestMetric Opens { get; } = new("Opens");

    /// <summary>The API's <c>Clicks</c>.</summary>
    public static SplitTestMetric Clicks { get; } = new("Clicks");

    /// <summary>The API's <c>ROI</c>.</summary>
    public static SplitTestMetric Roi { get; } = new("ROI");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static SplitTestMetric NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static SplitTestMetric FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(SplitTestMetric other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
