using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.DataFields;

/// <summary>The type of a data field (v2 <c>ApiDataTypes</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<DataFieldType>))]
public readonly record struct DataFieldType : IOpenEnum<DataFieldType>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public DataFieldType(string? value) => this.value = value;

    /// <summary>The API's <c>String</c>.</summary>
    public static DataFieldType String { get; } = new("String");

    /// <summary>The API's <c>Numeric</c>.</summary>
    public static DataFieldType Numeric { get; } = new("Numeric");

    /// <summary>The API's <c>Date</c>.</summary>
    public static DataFieldType Date { get; } = new("Date");

    /// <summary>The API's <c>Boolean</c>.</summary>
    public static DataFieldType Boolean { get; } = new("Boolean");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static DataFieldType NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static DataFieldType FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(DataFieldType other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
