using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Contacts;

/// <summary>A contact's subscription status (v2 <c>ApiContactStatuses</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<ContactStatus>))]
public readonly record struct ContactStatus : IOpenEnum<ContactStatus>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public ContactStatus(string? value) => this.value = value;

    /// <summary>The API's <c>Subscribed</c>.</summary>
    public static ContactStatus Subscribed { get; } = new("Subscribed");

    /// <summary>The API's <c>Unsubscribed</c>.</summary>
    public static ContactStatus Unsubscribed { get; } = new("Unsubscribed");

    /// <summary>The API's <c>SoftBounced</c>.</summary>
    public static ContactStatus SoftBounced { get; } = new("SoftBounced");

    /// <summary>The API's <c>HardBounced</c>.</summary>
    public static ContactStatus HardBounced { get; } = new("HardBounced");

    /// <summary>The API's <c>IspComplained</c>.</summary>
    public static ContactStatus IspComplained { get; } = new("IspComplained");

    /// <summary>The API's <c>MailBlocked</c>.</summary>
    public static ContactStatus MailBlocked { get; } = new("MailBlocked");

    /// <summary>The API's <c>PendingOptIn</c>.</summary>
    public static ContactStatus PendingOptIn { get; } = new("PendingOptIn");

    /// <summary>The API's <c>DirectComplaint</c>.</summary>
    public static ContactStatus DirectComplaint { get; } = new("DirectComplaint");

    /// <summary>The API's <c>Deleted</c>.</summary>
    public static ContactStatus Deleted { get; } = new("Deleted");

    /// <summary>The API's <c>SharedSuppression</c>.</summary>
    public static ContactStatus SharedSuppression { get; } = new("SharedSuppression");

    /// <summary>The API's <c>Suppressed</c>.</summary>
    public static ContactStatus Suppressed { get; } = new("Suppressed");

    /// <summary>The API's <c>NotAllowed</c>.</summary>
    public static ContactStatus NotAllowed { get; } = new("NotAllowed");

    /// <summary>The API's <c>DomainSuppression</c>.</summary>
    public static ContactStatus DomainSuppression { get; } = new("DomainSuppression");

    /// <summary>The API's <c>NoMxRecord</c>.</summary>
    public static ContactStatus NoMxRecord { get; } = new("NoMxRecord");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static ContactStatus NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static ContactStatus FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(ContactStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
