using Dotdigital.Sdk.DataFields;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>What to set on a contact. What is not set is not sent. It has no status on purpose: v3 takes one as a resubscription.</summary>
public sealed record ContactV3Update
{
    /// <summary>New or further identifiers.</summary>
    public ContactIdentifiers? Identifiers { get; init; }

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
