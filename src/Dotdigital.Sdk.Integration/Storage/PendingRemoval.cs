namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>A removal so large that it waits for a person's confirmation (rule CN-5).</summary>
/// <param name="Leavers">How many members would be taken out of the book.</param>
/// <param name="Members">How many members the connection has in the book, leavers included.</param>
/// <param name="Since">When it was first seen, by our clock.</param>
public sealed record PendingRemoval(long Leavers, long Members, DateTimeOffset Since);
