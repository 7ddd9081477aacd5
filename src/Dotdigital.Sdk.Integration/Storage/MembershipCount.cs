namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>How many memberships of a connection are in a state.</summary>
/// <param name="State">The state.</param>
/// <param name="Operation">The operation due or in a batch, else none.</param>
/// <param name="Count">How many.</param>
public readonly record struct MembershipCount(ExportState State, ExportOperation Operation, long Count);
