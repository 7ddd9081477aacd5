using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Events;

/// <summary>Whether a subscription collects events (v3 <c>subscriptionStatus</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<EventSubscriptionStatus>))]
public readonly record struct EventSubscriptionStatus : IOpenEnum<EventSubscriptionStatus>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public EventSubscriptionStatus(string? value) => this.value = value;

    /// <summary>The API's <c>active</c>.</summary>
    public static EventSubscriptionStatus Active { get; } = new("active");

    /// <summary>The API's <c>inactive</c>.</summary>
    public static EventSubscriptionStatus Inactive { get; } = new("inactive");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static EventSubscriptionStatus FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(EventSubscriptionStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
