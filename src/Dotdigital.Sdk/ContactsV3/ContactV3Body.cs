using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Preferences;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>A contact of a request (<c>contactRequest</c> and its kin). It has no status of its own: v3 takes one as a resubscription.</summary>
internal sealed record ContactV3Body
{
    private const int MaxLists = 100;
    private const int MaxConsentRecords = 5;

    public string? MatchIdentifier { get; init; }

    public ContactIdentifiers? Identifiers { get; init; }

    public DataFieldMap? DataFields { get; init; }

    public ChannelsBody? ChannelProperties { get; init; }

    public IReadOnlyList<int>? Lists { get; init; }

    public IReadOnlyList<PreferenceChoice>? Preferences { get; init; }

    public IReadOnlyList<NewConsentRecord>? ConsentRecords { get; init; }

    public static ContactV3Body From(ContactV3Import contact) =>
        Create(contact.Identifiers, contact.DataFields, contact.Lists, contact.Preferences, contact.ConsentRecords) with
        {
            MatchIdentifier = contact.MatchIdentifier,
            ChannelProperties = ChannelsBody.From(contact.Email, contact.SmsStatus, contact.WhatsAppStatus),
        };

    public static ContactV3Body From(ContactV3Update update) =>
        Create(update.Identifiers, update.DataFields, update.Lists, update.Preferences, update.ConsentRecords) with
        {
            ChannelProperties = ChannelsBody.From(update.Email, update.SmsStatus, update.WhatsAppStatus),
        };

    public static ContactV3Body From(NewContactV3 contact) =>
        Create(contact.Identifiers, contact.DataFields, contact.Lists, contact.Preferences, contact.ConsentRecords) with
        {
            ChannelProperties = ChannelsBody.From(contact.Email, contact.SmsStatus, contact.WhatsAppStatus),
        };

    public static ContactV3Body From(ContactV3Replacement contact) =>
        Create(contact.Identifiers, contact.DataFields, contact.Lists, contact.Preferences, consent: null) with
        {
            ChannelProperties = ChannelsBody.From(contact.Email, contact.SmsStatus, contact.WhatsAppStatus),
        };

    // An empty list is refused by the API; it means the same as none.
    private static ContactV3Body Create(
        ContactIdentifiers? identifiers,
        DataFieldMap? dataFields,
        IReadOnlyList<int>? lists,
        IReadOnlyList<PreferenceChoice>? preferences,
        IReadOnlyList<NewConsentRecord>? consent)
    {
        Check.Count(lists?.Count ?? 0, 0, MaxLists, nameof(lists));
        Check.Count(consent?.Count ?? 0, 0, MaxConsentRecords, nameof(consent));
        return new()
        {
            Identifiers = identifiers,
            DataFields = dataFields,
            Lists = lists is { Count: > 0 } ? lists : null,
            Preferences = preferences is { Count: > 0 } ? preferences : null,
            ConsentRecords = consent is { Count: > 0 } ? consent : null,
        };
    }
}
