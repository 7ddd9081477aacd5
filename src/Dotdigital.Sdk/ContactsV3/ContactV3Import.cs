using Dotdigital.Sdk.DataFields;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>A contact of a v3 bulk import (<c>contactRequest</c>).</summary>
public sealed record ContactV3Import
{
    /// <summary>The identifier to match by: <c>email</c>, <c>contactId</c>, <c>mobileNumber</c> or a custom one.</summary>
    public string MatchIdentifier { get; init => field = value ?? "email"; } = "email";

    /// <summary>Its identifiers. Matched by <c>contactId</c>, a different email renames.</summary>
    public required ContactIdentifiers Identifiers { get; init; }

    /// <summary>Data fields to set; <see cref="DataFieldValue.Null"/> clears one.</summary>
    public DataFieldMap? DataFields { get; init; }

    /// <summary>Settings of the email channel.</summary>
    public EmailChannelUpdate? Email { get; init; }

    /// <summary>Address books to add it to, up to 100.</summary>
    public IReadOnlyList<int>? Lists { get; init; }

    /// <summary>Marketing preferences to set.</summary>
    public IReadOnlyList<ContactPreference>? Preferences { get; init; }

    /// <summary>Consent to record, 1 to 5.</summary>
    public IReadOnlyList<ContactConsentRecord>? ConsentRecords { get; init; }
}
