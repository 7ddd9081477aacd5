namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>The key of a membership within an account.</summary>
/// <param name="AddressBookId">Dotdigital's id of the address book.</param>
/// <param name="ContactId"><see cref="ContactRecord.Id"/>.</param>
public readonly record struct MembershipKey(int AddressBookId, long ContactId);
