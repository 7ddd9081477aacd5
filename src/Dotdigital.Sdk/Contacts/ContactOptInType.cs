using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Contacts;

/// <summary>How a contact opted in (v2 <c>ApiContactOptInTypes</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<ContactOptInType>))]
public readonly record struct ContactOptInType : IOpenEnum<ContactOptInType>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public ContactOptInType(string? value) => this.value = value;

    /// <summary>The API's <c>Unknown</c>.</summary>
    public static ContactOptInType Unknown { get; } = new("Unknown");

    /// <summary>The API's <c>Single</c>.</summary>
    public static ContactOptInType Single { get; } = new("Single");

    /// <summary>The API's <c>Double</c>.</summary>
    public static ContactOptInType Double { get; } = new("Double");

    /// <summary>The API's <c>VerifiedDouble</c>.</summary>
    public static ContactOptInType VerifiedDouble { get; } = new("VerifiedDouble");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static ContactOptInType NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static ContactOptInType FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(ContactOptInType other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
