using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.ContactImports;

/// <summary>The state of a contact import, v2 and v3 (v2 <c>ApiContactImportStatuses</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<ContactImportStatus>))]
public readonly record struct ContactImportStatus : IOpenEnum<ContactImportStatus>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public ContactImportStatus(string? value) => this.value = value;

    /// <summary>The API's <c>Finished</c>.</summary>
    public static ContactImportStatus Finished { get; } = new("Finished");

    /// <summary>The API's <c>NotFinished</c>.</summary>
    public static ContactImportStatus NotFinished { get; } = new("NotFinished");

    /// <summary>The API's <c>RejectedByWatchdog</c>.</summary>
    public static ContactImportStatus RejectedByWatchdog { get; } = new("RejectedByWatchdog");

    /// <summary>The API's <c>InvalidFileFormat</c>.</summary>
    public static ContactImportStatus InvalidFileFormat { get; } = new("InvalidFileFormat");

    /// <summary>The API's <c>Unknown</c>.</summary>
    public static ContactImportStatus Unknown { get; } = new("Unknown");

    /// <summary>The API's <c>Failed</c>.</summary>
    public static ContactImportStatus Failed { get; } = new("Failed");

    /// <summary>The API's <c>ExceedsAllowedContactLimit</c>.</summary>
    public static ContactImportStatus ExceedsAllowedContactLimit { get; } = new("ExceedsAllowedContactLimit");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static ContactImportStatus NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static ContactImportStatus FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(ContactImportStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
