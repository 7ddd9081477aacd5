using Dotdigital.Sdk.Emulator.Accounts;

namespace Dotdigital.Sdk.Emulator.Control;

/// <summary>A contact's standing in an address book.</summary>
/// <param name="AddressBookId">The address book.</param>
/// <param name="Status">The standing.</param>
/// <param name="Since">Since when.</param>
public sealed record EmulatedMembership(int AddressBookId, MembershipStatus Status, DateTimeOffset Since);
