using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.InsightData;

/// <summary>Whose records a collection holds (v3 <c>collectionScope</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<InsightCollectionScope>))]
public readonly record struct InsightCollectionScope : IOpenEnum<InsightCollectionScope>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public InsightCollectionScope(string? value) => this.value = value;

    /// <summary>The API's <c>account</c>.</summary>
    public static InsightCollectionScope Account { get; } = new("account");

    /// <summary>The API's <c>contact</c>.</summary>
    public static InsightCollectionScope Contact { get; } = new("contact");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static InsightCollectionScope FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(InsightCollectionScope other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
