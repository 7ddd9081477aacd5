using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.TransactionalData;

/// <summary>Why a record was refused (v2 <c>ApiTransactionalDataImportFaultReason</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<TransactionalDataFaultReason>))]
public readonly record struct TransactionalDataFaultReason : IOpenEnum<TransactionalDataFaultReason>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public TransactionalDataFaultReason(string? value) => this.value = value;

    /// <summary>The API's <c>Unknown</c>.</summary>
    public static TransactionalDataFaultReason Unknown { get; } = new("Unknown");

    /// <summary>The API's <c>InvalidClientKey</c>.</summary>
    public static TransactionalDataFaultReason InvalidClientKey { get; } = new("InvalidClientKey");

    /// <summary>The API's <c>InvalidContactIdentifier</c>.</summary>
    public static TransactionalDataFaultReason InvalidContactIdentifier { get; } = new("InvalidContactIdentifier");

    /// <summary>The API's <c>InvalidJson</c>.</summary>
    public static TransactionalDataFaultReason InvalidJson { get; } = new("InvalidJson");

    /// <summary>The API's <c>DuplicateKey</c>.</summary>
    public static TransactionalDataFaultReason DuplicateKey { get; } = new("DuplicateKey");

    /// <summary>The API's <c>ContactIdDoesNotExist</c>.</summary>
    public static TransactionalDataFaultReason ContactIdDoesNotExist { get; } = new("ContactIdDoesNotExist");

    /// <summary>The API's <c>ContactEmailDoesNotExist</c>.</summary>
    public static TransactionalDataFaultReason ContactEmailDoesNotExist { get; } = new("ContactEmailDoesNotExist");

    /// <summary>The API's <c>JsonKeyTooLong</c>.</summary>
    public static TransactionalDataFaultReason JsonKeyTooLong { get; } = new("JsonKeyTooLong");

    /// <summary>The API's <c>JsonKeyInvalidCharacters</c>.</summary>
    public static TransactionalDataFaultReason JsonKeyInvalidCharacters { get; } = new("JsonKeyInvalidCharacters");

    /// <summary>The API's <c>JsonValueTooLong</c>.</summary>
    public static TransactionalDataFaultReason JsonValueTooLong { get; } = new("JsonValueTooLong");

    /// <summary>The API's <c>JsonValueIncompatibleWithSchema</c>.</summary>
    public static TransactionalDataFaultReason JsonValueIncompatibleWithSchema { get; } = new("JsonValueIncompatibleWithSchema");

    /// <summary>The API's <c>JsonNumberValueTooLarge</c>.</summary>
    public static TransactionalDataFaultReason JsonNumberValueTooLarge { get; } = new("JsonNumberValueTooLarge");

    /// <summary>The API's <c>JsonDoesNotMatchSchema</c>.</summary>
    public static TransactionalDataFaultReason JsonDoesNotMatchSchema { get; } = new("JsonDoesNotMatchSchema");

    /// <summary>The API's <c>JsonContainsDashUnderscoreClash</c>.</summary>
    public static TransactionalDataFaultReason JsonContainsDashUnderscoreClash { get; } = new("JsonContainsDashUnderscoreClash");

    /// <summary>The API's <c>MissingCollection</c>.</summary>
    public static TransactionalDataFaultReason MissingCollection { get; } = new("MissingCollection");

    /// <summary>The API's <c>InconsistentTypes</c>.</summary>
    public static TransactionalDataFaultReason InconsistentTypes { get; } = new("InconsistentTypes");

    /// <summary>The API's <c>TooManyDistinctKeyValuePairs</c>.</summary>
    public static TransactionalDataFaultReason TooManyDistinctKeyValuePairs { get; } = new("TooManyDistinctKeyValuePairs");

    /// <summary>The API's <c>ContactPhoneNumberDoesNotExist</c>.</summary>
    public static TransactionalDataFaultReason ContactPhoneNumberDoesNotExist { get; } = new("ContactPhoneNumberDoesNotExist");

    /// <summary>The API's <c>InvalidContactIdentifierType</c>.</summary>
    public static TransactionalDataFaultReason InvalidContactIdentifierType { get; } = new("InvalidContactIdentifierType");

    /// <summary>The API's <c>KeyExistingForDifferentContact</c>.</summary>
    public static TransactionalDataFaultReason KeyExistingForDifferentContact { get; } = new("KeyExistingForDifferentContact");

    /// <summary>The API's <c>ContactCustomIdentifierValueDoesNotExist</c>.</summary>
    public static TransactionalDataFaultReason ContactCustomIdentifierValueDoesNotExist { get; } = new("ContactCustomIdentifierValueDoesNotExist");

    /// <summary>The API's <c>JsonContainsNestedArray</c>.</summary>
    public static TransactionalDataFaultReason JsonContainsNestedArray { get; } = new("JsonContainsNestedArray");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static TransactionalDataFaultReason NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static TransactionalDataFaultReason FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(TransactionalDataFaultReason other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
