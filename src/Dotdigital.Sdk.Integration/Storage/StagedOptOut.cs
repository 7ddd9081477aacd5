namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>A staged key whose person opted out in Dotdigital.</summary>
/// <param name="Key">The key.</param>
/// <param name="Contact">The contact with the key's address.</param>
/// <param name="Membership">Its membership of the connection's book, when there is one.</param>
public sealed record StagedOptOut(StagedKey Key, ContactRecord Contact, MembershipRecord? Membership);
