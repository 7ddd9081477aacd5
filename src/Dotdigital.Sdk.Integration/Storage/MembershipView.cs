namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>A membership with its contact.</summary>
/// <param name="Membership">The membership.</param>
/// <param name="Contact">Its contact.</param>
public sealed record MembershipView(MembershipRecord Membership, ContactRecord Contact);
