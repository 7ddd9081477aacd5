using Dotdigital.Sdk.Emulator.Accounts;

namespace Dotdigital.Sdk.Emulator.Control;

/// <summary>A contact as it was when asked for.</summary>
/// <param name="Id">The contact's id.</param>
/// <param name="Email">The address; null for a contact known by mobile number only.</param>
/// <param name="Status">The contact's own status.</param>
/// <param name="StatusSince">Since when it has that status.</param>
/// <param name="OptInType">The opt-in type, as v2 spells it.</param>
/// <param name="EmailType">The email type, as v2 spells it.</param>
/// <param name="Created">When it was created.</param>
/// <param name="Modified">When it was last changed.</param>
/// <param name="Memberships">The address books it has a standing in.</param>
/// <param name="DataFields">The data fields that have a value: a string, a decimal, a bool or a (unspecified) DateTime.</param>
public sealed record EmulatedContact(
    int Id,
    string? Email,
    EmulatedStatus Status,
    DateTimeOffset StatusSince,
    string OptInType,
    string EmailType,
    DateTimeOffset Created,
    DateTimeOffset Modified,
    IReadOnlyList<EmulatedMembership> Memberships,
    IReadOnlyDictionary<string, object> DataFields)
{
    /// <summary>Whether a campaign to this address book would reach the person.</summary>
    /// <param name="addressBookId">The address book.</param>
    /// <returns>True if both the contact and the membership are subscribed.</returns>
    public bool IsReachableIn(int addressBookId)
        => StatusRules.IsReachable(Status) && Memberships.Any(m => m.AddressBookId == addressBookId && m.Status == MembershipStatus.Subscribed);
}
