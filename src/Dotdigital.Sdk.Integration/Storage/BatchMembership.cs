namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>A member with its batch.</summary>
/// <param name="BatchId"><see cref="BatchRecord.Id"/>.</param>
/// <param name="Member">The member.</param>
public sealed record BatchMembership(long BatchId, BatchMemberRecord Member);
