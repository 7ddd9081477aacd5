namespace Dotdigital.Sdk.Paging;

/// <summary>One page of a v3 list, read with a marker.</summary>
/// <typeparam name="T">The row.</typeparam>
/// <param name="Items">The rows.</param>
/// <param name="NextMarker">The marker of the next page (<c>_links.next.marker</c>); <see langword="null"/> at the end.</param>
/// <param name="ServerDate">The server's <c>Date</c> header, UTC: the clock for watermarks; <see langword="null"/> when it sent none.</param>
public sealed record MarkerPage<T>(IReadOnlyList<T> Items, string? NextMarker, DateTimeOffset? ServerDate)
{
    /// <summary>Whether the list ends here.</summary>
    public bool IsEnd => NextMarker is null;
}
