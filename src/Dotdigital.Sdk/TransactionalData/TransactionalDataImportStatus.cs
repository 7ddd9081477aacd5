using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.TransactionalData;

/// <summary>How far an import of transactional data is (v2 <c>ApiTransactionalDataImportStatuses</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<TransactionalDataImportStatus>))]
public readonly record struct TransactionalDataImportStatus : IOpenEnum<TransactionalDataImportStatus>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public TransactionalDataImportStatus(string? value) => this.value = value;

    /// <summary>The API's <c>NotStarted</c>.</summary>
    public static TransactionalDataImportStatus NotStarted { get; } = new("NotStarted");

    /// <summary>The API's <c>NotFinished</c>.</summary>
    public static TransactionalDataImportStatus NotFinished { get; } = new("NotFinished");

    /// <summary>The API's <c>Finished</c>.</summary>
    public static TransactionalDataImportStatus Finished { get; } = new("Finished");

    /// <summary>The API's <c>Failed</c>.</summary>
    public static TransactionalDataImportStatus Failed { get; } = new("Failed");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static TransactionalDataImportStatus NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static TransactionalDataImportStatus FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(TransactionalDataImportStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
