using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Preferences;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>A contact to create (<c>createContactRequest</c>).</summary>
public sealed record NewContactV3
{
    /// <summary>Its identifiers; none may exist yet.</summary>
    public required ContactIdentifiers Identifiers { get; init; }

    /// <summary>Data fields to set; those left out get their defaults.</summary>
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
