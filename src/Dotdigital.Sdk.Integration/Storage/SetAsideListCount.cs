namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>How many items of a list are set aside for a reason.</summary>
/// <param name="ListName">The marketing list.</param>
/// <param name="Reason">A code of <see cref="SetAsideReason"/>.</param>
/// <param name="Count">How many.</param>
public readonly record struct SetAsideListCount(string ListName, string Reason, long Count);
