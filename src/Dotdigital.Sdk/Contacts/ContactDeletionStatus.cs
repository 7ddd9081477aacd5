using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Contacts;

/// <summary>The state of a bulk deletion (v2 <c>ApiBulkContactDeletionStatuses</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<ContactDeletionStatus>))]
public readonly record struct ContactDeletionStatus : IOpenEnum<ContactDeletionStatus>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public ContactDeletionStatus(string? value) => this.value = value;

    /// <summary>The API's <c>Started</c>.</summary>
    public static ContactDeletionStatus Started { get; } = new("Started");

    /// <summary>The API's <c>Completed</c>.</summary>
    public static ContactDeletionStatus Completed { get; } = new("Completed");

    /// <summary>The API's <c>Failed</c>.</summary>
    public static ContactDeletionStatus Failed { get; } = new("Failed");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static ContactDeletionStatus NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static ContactDeletionStatus FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(ContactDeletionStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
