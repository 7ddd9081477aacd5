using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.AddressBooks;

/// <summary>Who sees an address book (v2 <c>ApiAddressBookVisibility</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<AddressBookVisibility>))]
public readonly record struct AddressBookVisibility : IOpenEnum<AddressBookVisibility>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public AddressBookVisibility(string? value) => this.value = value;

    /// <summary>The API's <c>Private</c>.</summary>
    public static AddressBookVisibility Private { get; } = new("Private");

    /// <summary>The API's <c>Public</c>.</summary>
    public static AddressBookVisibility Public { get; } = new("Public");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static AddressBookVisibility NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static AddressBookVisibility FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(AddressBookVisibility other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
