using System.Text.Json.Serialization;
using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>A contact as v3 tells of it (<c>contact</c>).</summary>
[JsonConverter(typeof(ContactV3Converter))]
public sealed record ContactV3
{
    /// <summary>Its id.</summary>
    public long ContactId { get; init; }

    /// <summary>Its overall status.</summary>
    public ContactV3Status Status { get; init; }

    /// <summary>When it was created, UTC.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Its identifiers.</summary>
    public ContactIdentifiers Identifiers { get; init => field = value ?? ContactIdentifiers.None; } = ContactIdentifiers.None;

    /// <summary>Its data fields; empty unless asked for.</summary>
    public DataFieldMap DataFields { get; init => field = value ?? DataFieldMap.Empty; } = DataFieldMap.Empty;

    /// <summary>Its channels; <see langword="null"/> unless asked for.</summary>
    public ContactChannelProperties? ChannelProperties { get; init; }

    /// <summary>Its address books; <see langword="null"/> unless asked for.</summary>
    public IReadOnlyList<ContactListMembership>? Lists { get; init; }

    /// <summary>Its marketing preferences; <see langword="null"/> unless asked for.</summary>
    public IReadOnlyList<ContactPreference>? Preferences { get; init; }

    /// <summary>Its consent records; <see langword="null"/> unless asked for.</summary>
    public IReadOnlyList<ContactConsentRecord>? ConsentRecords { get; init; }
}
