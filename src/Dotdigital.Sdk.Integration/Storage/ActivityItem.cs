namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>The item of one of a campaign's contacts.</summary>
/// <param name="RemoteContactId">Dotdigital's id of the contact.</param>
/// <param name="ConnectionId">The item's connection.</param>
/// <param name="ItemId">The item.</param>
public sealed record ActivityItem(long RemoteContactId, int ConnectionId, string ItemId);
