using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>A contact's overall status (v3 <c>status</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<ContactV3Status>))]
public readonly record struct ContactV3Status : IOpenEnum<ContactV3Status>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public ContactV3Status(string? value) => this.value = value;

    /// <summary>The API's <c>subscribed</c>.</summary>
    public static ContactV3Status Subscribed { get; } = new("subscribed");

    /// <summary>The API's <c>unsubscribed</c>.</summary>
    public static ContactV3Status Unsubscribed { get; } = new("unsubscribed");

    /// <summary>The API's <c>pendingOptIn</c>.</summary>
    public static ContactV3Status PendingOptIn { get; } = new("pendingOptIn");

    /// <summary>The API's <c>deleted</c>.</summary>
    public static ContactV3Status Deleted { get; } = new("deleted");

    /// <summary>The API's <c>suppressed</c>.</summary>
    public static ContactV3Status Suppressed { get; } = new("suppressed");

    /// <summary>The API's <c>binned</c>.</summary>
    public static ContactV3Status Binned { get; } = new("binned");

    /// <summary>The API's <c>noSubscription</c>.</summary>
    public static ContactV3Status NoSubscription { get; } = new("noSubscription");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static ContactV3Status FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(ContactV3Status other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
