using System.Text.Json.Serialization;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>A contact in an address book, as v3 tells of it.</summary>
[JsonConverter(typeof(ContactListMembershipConverter))]
public sealed record ContactListMembership
{
    /// <summary>The address book.</summary>
    public int Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>The contact's status on this list.</summary>
    public ContactListStatus Status { get; init; }
}
