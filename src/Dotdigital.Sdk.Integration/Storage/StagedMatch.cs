namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>A staged key beside what the store knows.</summary>
/// <param name="Key">The key.</param>
/// <param name="Current">The membership of this connection that has the item, with its contact; null when there is none.</param>
public sealed record StagedMatch(StagedKey Key, MembershipView? Current);
