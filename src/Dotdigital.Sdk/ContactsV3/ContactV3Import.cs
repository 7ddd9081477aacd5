using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Preferences;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>A contact of a v3 bulk import (<c>contactRequest</c>). The status of its email channel can only be an opt-out: v3 takes any other as a resubscription.</summary>
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

    /// <summary>A status on the SMS channel; <c>subscribed</c> only ever at the person's own request.</summary>
    public ChannelStatusUpdate? SmsStatus { get; init; }

    /// <summary>A status on the WhatsApp channel; <c>subscribed</c> only ever at the person's own request.</summary>
    public ChannelStatusUpdate? WhatsAppStatus { get; init; }

    /// <summary>Address books to add it to, up to 100.</summary>
    public IReadOnlyList<int>? Lists { get; init; }

    /// <summary>Marketing preferences to set.</summary>
    public IReadOnlyList<PreferenceChoice>? Preferences { get; init; }

    /// <summary>Consent to record, 1 to 5.</summary>
    public IReadOnlyList<NewConsentRecord>? ConsentRecords { get; init; }
}
