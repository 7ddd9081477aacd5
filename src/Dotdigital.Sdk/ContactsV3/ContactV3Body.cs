using Dotdigital.Sdk.DataFields;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>A contact of a request (<c>contactRequest</c>, <c>updateContactRequest</c>). It has no status: v3 takes one as a resubscription.</summary>
internal sealed record ContactV3Body
{
    public string? MatchIdentifier { get; init; }

    public ContactIdentifiers? Identifiers { get; init; }

    public DataFieldMap? DataFields { get; init; }

    public ChannelsBody? ChannelProperties { get; init; }

    public IReadOnlyList<int>? Lists { get; init; }

    public IReadOnlyList<ContactPreference>? Preferences { get; init; }

    public IReadOnlyList<ContactConsentRecord>? ConsentRecords { get; init; }

    public static ContactV3Body From(ContactV3Import contact) => new()
    {
        MatchIdentifier = contact.MatchIdentifier,
        Identifiers = contact.Identifiers,
        DataFields = contact.DataFields,
        ChannelProperties = ChannelsBody.From(contact.Email),
        Lists = contact.Lists,
        Preferences = contact.Preferences,
        ConsentRecords = contact.ConsentRecords,
    };

    public static ContactV3Body From(ContactV3Update update) => new()
    {
        Identifiers = update.Identifiers,
        DataFields = update.DataFields,
        ChannelProperties = ChannelsBody.From(update.Email),
        Lists = update.Lists,
        Preferences = update.Preferences,
        ConsentRecords = update.ConsentRecords,
    };
}
