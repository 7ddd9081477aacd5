using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.MarketingEmail;

/// <summary>What became of a marketing email (v3 <c>results.status</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<MarketingEmailStatus>))]
public readonly record struct MarketingEmailStatus : IOpenEnum<MarketingEmailStatus>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public MarketingEmailStatus(string? value) => this.value = value;

    /// <summary>The API's <c>sent</c>.</summary>
    public static MarketingEmailStatus Sent { get; } = new("sent");

    /// <summary>The API's <c>uncontactable</c>.</summary>
    public static MarketingEmailStatus Uncontactable { get; } = new("uncontactable");

    /// <summary>The API's <c>failed</c>.</summary>
    public static MarketingEmailStatus Failed { get; } = new("failed");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static MarketingEmailStatus FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(MarketingEmailStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
