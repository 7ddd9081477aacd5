namespace Dotdigital.Sdk.Integration.Export;

/// <summary>How many rows of a list are set aside for a reason.</summary>
/// <param name="ListName">The marketing list.</param>
/// <param name="Reason">A code of <see cref="Storage.SetAsideReason"/>.</param>
/// <param name="Count">How many.</param>
/// <param name="Releasable">How many of them are held until somebody releases them with <see cref="Connections.IConnectionService.ReleaseHeldAsync"/>; the others wait for their items to change.</param>
public sealed record SetAsideCount(string ListName, string Reason, long Count, long Releasable);
