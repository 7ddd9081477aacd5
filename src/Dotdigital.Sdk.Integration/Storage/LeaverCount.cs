namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>How many members of a connection left its list (rule CN-5).</summary>
/// <param name="Leavers">Members in the book that the last pass did not see.</param>
/// <param name="Members">All members in the book that such a pass could find gone.</param>
public readonly record struct LeaverCount(long Leavers, long Members);
