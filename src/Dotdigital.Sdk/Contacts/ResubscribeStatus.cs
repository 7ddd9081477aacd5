using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Contacts;

/// <summary>The answer to a resubscription (v2 <c>ApiResubscribeStatuses</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<ResubscribeStatus>))]
public readonly record struct ResubscribeStatus : IOpenEnum<ResubscribeStatus>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public ResubscribeStatus(string? value) => this.value = value;

    /// <summary>The API's <c>ContactAdded</c>.</summary>
    public static ResubscribeStatus ContactAdded { get; } = new("ContactAdded");

    /// <summary>The API's <c>ContactChallenged</c>.</summary>
    public static ResubscribeStatus ContactChallenged { get; } = new("ContactChallenged");

    /// <summary>The API's <c>ContactCannotBeUnsuppressed</c>.</summary>
    public static ResubscribeStatus ContactCannotBeUnsuppressed { get; } = new("ContactCannotBeUnsuppressed");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static ResubscribeStatus NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static ResubscribeStatus FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(ResubscribeStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
