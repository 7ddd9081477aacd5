using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Contacts;

/// <summary>The kind of mail a contact gets (v2 <c>ApiContactEmailTypes</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<ContactEmailType>))]
public readonly record struct ContactEmailType : IOpenEnum<ContactEmailType>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public ContactEmailType(string? value) => this.value = value;

    /// <summary>The API's <c>PlainText</c>.</summary>
    public static ContactEmailType PlainText { get; } = new("PlainText");

    /// <summary>The API's <c>Html</c>.</summary>
    public static ContactEmailType Html { get; } = new("Html");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static ContactEmailType NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static ContactEmailType FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(ContactEmailType other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
