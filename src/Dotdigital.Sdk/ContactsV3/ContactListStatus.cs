using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>A contact's status on one list (v3 <c>lists[].status</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<ContactListStatus>))]
public readonly record struct ContactListStatus : IOpenEnum<ContactListStatus>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public ContactListStatus(string? value) => this.value = value;

    /// <summary>The API's <c>subscribed</c>.</summary>
    public static ContactListStatus Subscribed { get; } = new("subscribed");

    /// <summary>The API's <c>suppressed</c>.</summary>
    public static ContactListStatus Suppressed { get; } = new("suppressed");

    /// <summary>The API's <c>pending</c>.</summary>
    public static ContactListStatus Pending { get; } = new("pending");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static ContactListStatus FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(ContactListStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
