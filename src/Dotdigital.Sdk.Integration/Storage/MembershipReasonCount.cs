namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>How many memberships of a connection are Held or Faulted for a reason.</summary>
/// <param name="ConnectionId">The connection.</param>
/// <param name="State">Held or Faulted.</param>
/// <param name="Reason">A code of <see cref="SetAsideReason"/>.</param>
/// <param name="Count">How many.</param>
public readonly record struct MembershipReasonCount(int ConnectionId, ExportState State, string Reason, long Count);
