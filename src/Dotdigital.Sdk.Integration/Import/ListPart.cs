namespace Dotdigital.Sdk.Integration.Import;

/// <summary>One page of a v2 list that is read in slices (rule W-2).</summary>
/// <param name="Rows">All its rows.</param>
/// <param name="New">Those that no page before had.</param>
/// <param name="Place">Where a later run goes on after it; null where none could: the page is most likely the last, or too short to be found again.</param>
/// <param name="IsStart">Whether it is the list's beginning.</param>
internal sealed record ListPart<T>(IReadOnlyList<T> Rows, IReadOnlyList<T> New, ListPlace? Place, bool IsStart);
