using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.DataFields;

/// <summary>Who sees a data field (v2 <c>ApiDataFieldVisibility</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<DataFieldVisibility>))]
public readonly record struct DataFieldVisibility : IOpenEnum<DataFieldVisibility>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public DataFieldVisibility(string? value) => this.value = value;

    /// <summary>The API's <c>Private</c>.</summary>
    public static DataFieldVisibility Private { get; } = new("Private");

    /// <summary>The API's <c>Public</c>.</summary>
    public static DataFieldVisibility Public { get; } = new("Public");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static DataFieldVisibility NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static DataFieldVisibility FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(DataFieldVisibility other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
