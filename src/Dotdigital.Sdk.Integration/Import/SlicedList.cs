using System.Runtime.CompilerServices;
using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.Integration.Import;

/// <summary>
/// Reads a v2 list to its end, from its beginning or from where an earlier run left it (rule W-2). v2 has no markers: should the row that was read last not be
/// found where it was, rows may have gone by unseen, and the read begins again.
/// </summary>
/// <param name="read">Reads one page: skip, take.</param>
/// <param name="mark">What a row is known by again, also in another process.</param>
/// <param name="take">The rows to ask for, 1,000 or more.</param>
internal sealed class SlicedList<T>(Func<int, int, CancellationToken, Task<Page<T>>> read, Func<T, long> mark, int take = OverlappingPages.PageSize)
{
    /// <summary>The pages that have rows.</summary>
    public async IAsyncEnumerable<ListPart<T>> ReadAsync(ListPlace? from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var repeats = new RepeatedRows<T>(mark, from);
        var end = from?.End ?? 0;
        await foreach (var page in OverlappingPages.ReadAsync(read, take, end, page => repeats.IsLastIn(page), cancellationToken).ConfigureAwait(false))
        {
            var isStart = page.Skip == 0;
            if (isStart)
            {
                (repeats, end) = (new RepeatedRows<T>(mark), 0);
            }

            var fresh = repeats.TakeNew(page);
            var isProgress = page.NextSkip > end;
            end = Math.Max(end, page.NextSkip);

            // A first page that is not full is most often the only one, and nothing needs to be kept of it.
            var canGoOn = isProgress && page.Items.Count > OverlappingPages.Overlap && (page.Items.Count >= OverlappingPages.PageSize || !isStart);
            yield return new ListPart<T>(page.Items, fresh, canGoOn ? repeats.Place : null, isStart);
        }
    }
}
