using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>A contact's status on the SMS channel (v3 <c>smsChannelStatus</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<SmsChannelStatus>))]
public readonly record struct SmsChannelStatus : IOpenEnum<SmsChannelStatus>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public SmsChannelStatus(string? value) => this.value = value;

    /// <summary>The API's <c>noSubscription</c>.</summary>
    public static SmsChannelStatus NoSubscription { get; } = new("noSubscription");

    /// <summary>The API's <c>subscribed</c>.</summary>
    public static SmsChannelStatus Subscribed { get; } = new("subscribed");

    /// <summary>The API's <c>unsubscribed</c>.</summary>
    public static SmsChannelStatus Unsubscribed { get; } = new("unsubscribed");

    /// <summary>The API's <c>bounced</c>.</summary>
    public static SmsChannelStatus Bounced { get; } = new("bounced");

    /// <summary>The API's <c>deleted</c>.</summary>
    public static SmsChannelStatus Deleted { get; } = new("deleted");

    /// <summary>The API's <c>suppressed</c>.</summary>
    public static SmsChannelStatus Suppressed { get; } = new("suppressed");

    /// <summary>The API's <c>binned</c>.</summary>
    public static SmsChannelStatus Binned { get; } = new("binned");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static SmsChannelStatus FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(SmsChannelStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
