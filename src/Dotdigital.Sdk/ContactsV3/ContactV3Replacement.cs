using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Preferences;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>All of a contact, to replace it (<c>replaceContactRequest</c>): what is left out is cleared.</summary>
public sealed record ContactV3Replacement
{
    /// <summary>Its identifiers.</summary>
    public required ContactIdentifiers Identifiers { get; init; }

    /// <summary>Data fields to set; all others are cleared.</summary>
    public DataFieldMap? DataFields { get; init; }

    /// <summary>Settings of the email channel.</summary>
    public EmailChannelUpdate? Email { get; init; }

    /// <summary>A status on the SMS channel; <c>subscribed</c> only ever at the person's own request.</summary>
    public ChannelStatusUpdate? SmsStatus { get; init; }

    /// <summary>A status on the WhatsApp channel; <c>subscribed</c> only ever at the person's own request.</summary>
    public ChannelStatusUpdate? WhatsAppStatus { get; init; }

    /// <summary>Address books to put it in; it leaves all others, up to 100.</summary>
    public IReadOnlyList<int>? Lists { get; init; }

    /// <summary>Marketing preferences to set.</summary>
    public IReadOnlyList<PreferenceChoice>? Preferences { get; init; }
}
