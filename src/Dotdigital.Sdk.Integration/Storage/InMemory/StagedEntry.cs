namespace Dotdigital.Sdk.Integration.Storage.InMemory;

/// <summary>A staged key and whether another item has its address.</summary>
internal sealed record StagedEntry(int ConnectionId, StagedKey Key, bool IsDuplicate);
