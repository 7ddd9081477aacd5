using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.InsightData;

/// <summary>Why a record was refused (v3 <c>failures.failureReason</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<InsightFailureReason>))]
public readonly record struct InsightFailureReason : IOpenEnum<InsightFailureReason>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public InsightFailureReason(string? value) => this.value = value;

    /// <summary>The API's <c>Unknown</c>.</summary>
    public static InsightFailureReason Unknown { get; } = new("Unknown");

    /// <summary>The API's <c>InvalidClientKey</c>.</summary>
    public static InsightFailureReason InvalidClientKey { get; } = new("InvalidClientKey");

    /// <summary>The API's <c>InvalidContactIdentifier</c>.</summary>
    public static InsightFailureReason InvalidContactIdentifier { get; } = new("InvalidContactIdentifier");

    /// <summary>The API's <c>InvalidJson</c>.</summary>
    public static InsightFailureReason InvalidJson { get; } = new("InvalidJson");

    /// <summary>The API's <c>DuplicateKey</c>.</summary>
    public static InsightFailureReason DuplicateKey { get; } = new("DuplicateKey");

    /// <summary>The API's <c>ContactIdDoesNotExist</c>.</summary>
    public static InsightFailureReason ContactIdDoesNotExist { get; } = new("ContactIdDoesNotExist");

    /// <summary>The API's <c>ContactEmailDoesNotExist</c>.</summary>
    public static InsightFailureReason ContactEmailDoesNotExist { get; } = new("ContactEmailDoesNotExist");

    /// <summary>The API's <c>JsonContainsNestedArray</c>.</summary>
    public static InsightFailureReason JsonContainsNestedArray { get; } = new("JsonContainsNestedArray");

    /// <summary>The API's <c>JsonKeyTooLong</c>.</summary>
    public static InsightFailureReason JsonKeyTooLong { get; } = new("JsonKeyTooLong");

    /// <summary>The API's <c>JsonKeyInvalidCharacters</c>.</summary>
    public static InsightFailureReason JsonKeyInvalidCharacters { get; } = new("JsonKeyInvalidCharacters");

    /// <summary>The API's <c>JsonValueTooLong</c>.</summary>
    public static InsightFailureReason JsonValueTooLong { get; } = new("JsonValueTooLong");

    /// <summary>The API's <c>JsonValueIncompatibleWithSchema</c>.</summary>
    public static InsightFailureReason JsonValueIncompatibleWithSchema { get; } = new("JsonValueIncompatibleWithSchema");

    /// <summary>The API's <c>JsonNumberValueTooLarge</c>.</summary>
    public static InsightFailureReason JsonNumberValueTooLarge { get; } = new("JsonNumberValueTooLarge");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static InsightFailureReason FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(InsightFailureReason other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
