using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>What a contact can be found by in v3.</summary>
[JsonConverter(typeof(ContactIdentifiersConverter))]
public sealed record ContactIdentifiers
{
    /// <summary>No identifier at all.</summary>
    public static ContactIdentifiers None { get; } = new();

    /// <summary>The email address; an SMS-only contact has none.</summary>
    public string? Email { get; init; }

    /// <summary>The mobile number (E.164).</summary>
    public string? MobileNumber { get; init; }

    /// <summary>The contact's id; only in requests.</summary>
    public long? ContactId { get; init; }

    /// <summary>Custom identifiers by name; <see langword="null"/> when there are none.</summary>
    public IReadOnlyDictionary<string, string>? Custom { get; init; }
}
