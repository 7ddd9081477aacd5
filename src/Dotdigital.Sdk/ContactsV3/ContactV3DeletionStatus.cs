using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>How far a bulk deletion is (v3 <c>delete.status</c>). Open: a value this version has never heard of is kept as it came.</summary>
[JsonConverter(typeof(OpenEnumConverter<ContactV3DeletionStatus>))]
public readonly record struct ContactV3DeletionStatus : IOpenEnum<ContactV3DeletionStatus>
{
    private readonly string? value;

    /// <summary>Creates the value from its text, as the API spells it.</summary>
    /// <param name="value">The API's text; case is kept but does not matter.</param>
    public ContactV3DeletionStatus(string? value) => this.value = value;

    /// <summary>The API's <c>NotStarted</c>.</summary>
    public static ContactV3DeletionStatus NotStarted { get; } = new("NotStarted");

    /// <summary>The API's <c>NotFinished</c>.</summary>
    public static ContactV3DeletionStatus NotFinished { get; } = new("NotFinished");

    /// <summary>The API's <c>Finished</c>.</summary>
    public static ContactV3DeletionStatus Finished { get; } = new("Finished");

    /// <summary>The API's <c>Failed</c>.</summary>
    public static ContactV3DeletionStatus Failed { get; } = new("Failed");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static ContactV3DeletionStatus FromValue(string? value) => new(value);

    /// <summary>Compares ignoring case.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(ContactV3DeletionStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that ignores case.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>The API's text.</summary>
    public override string ToString() => Value;
}
