using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.InsightData;

/// <summary>How far an import is (v3 <c>import.status</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<InsightImportStatus>))]
public readonly record struct InsightImportStatus : IOpenEnum<InsightImportStatus>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public InsightImportStatus(string? value) => this.value = value;

    /// <summary>The API's <c>NotStarted</c>.</summary>
    public static InsightImportStatus NotStarted { get; } = new("NotStarted");

    /// <summary>The API's <c>Processing</c>.</summary>
    public static InsightImportStatus Processing { get; } = new("Processing");

    /// <summary>The API's <c>Complete</c>.</summary>
    public static InsightImportStatus Complete { get; } = new("Complete");

    /// <summary>The API's <c>Failed</c>.</summary>
    public static InsightImportStatus Failed { get; } = new("Failed");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static InsightImportStatus FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(InsightImportStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
