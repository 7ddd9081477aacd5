using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>How a v3 bulk import treats values that exist. Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<ContactV3MergeOption>))]
public readonly record struct ContactV3MergeOption : IOpenEnum<ContactV3MergeOption>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public ContactV3MergeOption(string? value) => this.value = value;

    /// <summary>The API's <c>overwrite</c>.</summary>
    public static ContactV3MergeOption Overwrite { get; } = new("overwrite");

    /// <summary>The API's <c>overwriteIfNotEmpty</c>.</summary>
    public static ContactV3MergeOption OverwriteIfNotEmpty { get; } = new("overwriteIfNotEmpty");

    /// <summary>The API's <c>overwriteIfEmpty</c>.</summary>
    public static ContactV3MergeOption OverwriteIfEmpty { get; } = new("overwriteIfEmpty");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static ContactV3MergeOption FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(ContactV3MergeOption other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
