using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.InsightData;

/// <summary>How far a job is (v3 <c>async.status</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<InsightJobStatus>))]
public readonly record struct InsightJobStatus : IOpenEnum<InsightJobStatus>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public InsightJobStatus(string? value) => this.value = value;

    /// <summary>The API's <c>NotStarted</c>.</summary>
    public static InsightJobStatus NotStarted { get; } = new("NotStarted");

    /// <summary>The API's <c>NotFinished</c>.</summary>
    public static InsightJobStatus NotFinished { get; } = new("NotFinished");

    /// <summary>The API's <c>Finished</c>.</summary>
    public static InsightJobStatus Finished { get; } = new("Finished");

    /// <summary>The API's <c>Failed</c>.</summary>
    public static InsightJobStatus Failed { get; } = new("Failed");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static InsightJobStatus NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static InsightJobStatus FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(InsightJobStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
