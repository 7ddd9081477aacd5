using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>A status to set on the SMS or WhatsApp channel (v3 <c>channelStatusUpdate</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<ChannelStatusUpdate>))]
public readonly record struct ChannelStatusUpdate : IOpenEnum<ChannelStatusUpdate>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public ChannelStatusUpdate(string? value) => this.value = value;

    /// <summary>The API's <c>noSubscription</c>.</summary>
    public static ChannelStatusUpdate NoSubscription { get; } = new("noSubscription");

    /// <summary>The API's <c>subscribed</c>.</summary>
    public static ChannelStatusUpdate Subscribed { get; } = new("subscribed");

    /// <summary>The API's <c>unsubscribed</c>.</summary>
    public static ChannelStatusUpdate Unsubscribed { get; } = new("unsubscribed");

    /// <summary>The API's <c>suppressed</c>.</summary>
    public static ChannelStatusUpdate Suppressed { get; } = new("suppressed");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static ChannelStatusUpdate FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(ChannelStatusUpdate other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
