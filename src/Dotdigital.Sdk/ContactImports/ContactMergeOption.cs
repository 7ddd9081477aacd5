using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.ContactImports;

/// <summary>How a v2 import treats values that exist (v2 <c>ApiContactMergeOptionTypes</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<ContactMergeOption>))]
public readonly record struct ContactMergeOption : IOpenEnum<ContactMergeOption>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public ContactMergeOption(string? value) => this.value = value;

    /// <summary>The API's <c>Overwrite</c>.</summary>
    public static ContactMergeOption Overwrite { get; } = new("Overwrite");

    /// <summary>The API's <c>OnlyOverwriteIfNotEmpty</c>.</summary>
    public static ContactMergeOption OnlyOverwriteIfNotEmpty { get; } = new("OnlyOverwriteIfNotEmpty");

    /// <summary>The API's <c>OnlyOverwriteIfContactDataNotPopulated</c>.</summary>
    public static ContactMergeOption OnlyOverwriteIfContactDataNotPopulated { get; } = new("OnlyOverwriteIfContactDataNotPopulated");

    /// <summary>The API's <c>NotAvailableInThisVersion</c>.</summary>
    public static ContactMergeOption NotAvailableInThisVersion { get; } = new("NotAvailableInThisVersion");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static ContactMergeOption FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(ContactMergeOption other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
