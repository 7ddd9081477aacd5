using System.Runtime.CompilerServices;
using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.Integration.Import;

/// <summary>
/// Reads a v2 list to its end (rule W-2): only an empty page ends it, and a page after a full one reaches back by 100 rows, so that rows which
/// moved up meanwhile are not skipped. A row may therefore come twice.
/// </summary>
internal static class OverlappingPages
{
    /// <summary>How many rows a page reaches back.</summary>
    public const int Overlap = 100;

    /// <summary>The most rows that every list gives a page; a page with as many may have been cut.</summary>
    public const int PageSize = 1000;

    /// <summary>The pages that have rows.</summary>
    /// <param name="read">Reads one page: skip, take.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static IAsyncEnumerable<Page<T>> ReadAsync<T>(Func<int, int, CancellationToken, Task<Page<T>>> read, CancellationToken cancellationToken) =>
        ReadAsync(read, PageSize, from: 0, static _ => true, cancellationToken);

    /// <summary>The pages that have rows, of a list that may give more rows a page than others do.</summary>
    /// <param name="read">Reads one page: skip, take.</param>
    /// <param name="take">The rows to ask for, 1,000 or more.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static IAsyncEnumerable<Page<T>> ReadAsync<T>(Func<int, int, CancellationToken, Task<Page<T>>> read, int take, CancellationToken cancellationToken) =>
        ReadAsync(read, take, from: 0, static _ => true, cancellationToken);

    /// <summary>The pages that have rows, going on where an earlier read ended.</summary>
    /// <param name="read">Reads one page: skip, take.</param>
    /// <param name="take">The rows to ask for, 1,000 or more.</param>
    /// <param name="from">How many rows were read; 0 for none.</param>
    /// <param name="isPlace">Tells from the first page of a read that goes on whether it is where that one ended; otherwise the list is read from its beginning.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async IAsyncEnumerable<Page<T>> ReadAsync<T>(
        Func<int, int, CancellationToken, Task<Page<T>>> read, int take, int from, Func<Page<T>, bool> isPlace, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var end = from;
        var skip = Math.Max(0, from - Overlap);
        var isFirst = from > 0;
        while (true)
        {
            var page = await read(skip, take, cancellationToken).ConfigureAwait(false);
            if (isFirst && !isPlace(page))
            {
                (isFirst, end, skip) = (false, 0, 0);
                continue;
            }

            isFirst = false;
            if (page.Items.Count > 0)
            {
                yield return page;
            }

            var reached = skip + page.Items.Count;
            if (skip == end && page.Items.Count == 0)
            {
                yield break;
            }

            // A page that reached back and brought nothing new is followed by one at the end itself: only that one's emptiness ends the list.
            var isProgress = reached > end;
            end = Math.Max(end, reached);
            skip = isProgress && page.Items.Count >= PageSize ? end - Overlap : end;
        }
    }
}
