namespace Dotdigital.Sdk.Paging;

/// <summary>One page of a v2 list, read with <c>select</c> and <c>skip</c>.</summary>
/// <typeparam name="T">The row.</typeparam>
/// <param name="Items">The rows. Only an empty page is the end: a short one is not.</param>
/// <param name="Skip">How many rows were skipped before this page.</param>
/// <param name="ServerDate">The server's <c>Date</c> header, UTC: the clock for watermarks; <see langword="null"/> when it sent none.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Skip, DateTimeOffset? ServerDate)
{
    /// <summary>Whether the list ends here.</summary>
    public bool IsEnd => Items.Count == 0;

    /// <summary>The <c>skip</c> of the next page.</summary>
    public int NextSkip => Skip + Items.Count;
}
