using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>A contact's status on the WhatsApp channel (v3 <c>whatsAppChannelStatus</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<WhatsAppChannelStatus>))]
public readonly record struct WhatsAppChannelStatus : IOpenEnum<WhatsAppChannelStatus>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public WhatsAppChannelStatus(string? value) => this.value = value;

    /// <summary>The API's <c>noSubscription</c>.</summary>
    public static WhatsAppChannelStatus NoSubscription { get; } = new("noSubscription");

    /// <summary>The API's <c>subscribed</c>.</summary>
    public static WhatsAppChannelStatus Subscribed { get; } = new("subscribed");

    /// <summary>The API's <c>unsubscribed</c>.</summary>
    public static WhatsAppChannelStatus Unsubscribed { get; } = new("unsubscribed");

    /// <summary>The API's <c>suppressed</c>.</summary>
    public static WhatsAppChannelStatus Suppressed { get; } = new("suppressed");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static WhatsAppChannelStatus FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(WhatsAppChannelStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
