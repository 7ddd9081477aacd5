using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Events;

/// <summary>Where problems of a subscription are told (v3 <c>alertsConfiguration.alertChannels</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<EventAlertChannel>))]
public readonly record struct EventAlertChannel : IOpenEnum<EventAlertChannel>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public EventAlertChannel(string? value) => this.value = value;

    /// <summary>The API's <c>none</c>.</summary>
    public static EventAlertChannel None { get; } = new("none");

    /// <summary>The API's <c>inApp</c>.</summary>
    public static EventAlertChannel InApp { get; } = new("inApp");

    /// <summary>The API's <c>email</c>.</summary>
    public static EventAlertChannel Email { get; } = new("email");

    /// <summary>The API's <c>emailAndInApp</c>.</summary>
    public static EventAlertChannel EmailAndInApp { get; } = new("emailAndInApp");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static EventAlertChannel FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(EventAlertChannel other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
