using System.Runtime.CompilerServices;

namespace Dotdigital.Sdk.Paging;

/// <summary>Reads lists to their end, one page in memory at a time.</summary>
internal static class PagedList
{
    /// <summary>v2: goes on by the rows received until a page is empty, because the API may cap a page below what was asked for.</summary>
    public static IAsyncEnumerable<T> ReadAsync<T>(Func<int, CancellationToken, Task<Page<T>>> getPage, CancellationToken cancellationToken) =>
        ReadAheadAsync(getPage, 0, static page => page.Items, static page => (!page.IsEnd, page.NextSkip), cancellationToken);

    /// <summary>v3: follows markers until there is none.</summary>
    public static IAsyncEnumerable<T> FollowAsync<T>(Func<string?, CancellationToken, Task<MarkerPage<T>>> getPage, CancellationToken cancellationToken) =>
        ReadAheadAsync(getPage, null, static page => page.Items, static page => (page.NextMarker is not null, page.NextMarker), cancellationToken);

    /// <summary>
    /// v2, by ascending contact id: goes on from the largest id read until a page brings none larger. Whether the API gives that id's row again is not
    /// published, so it is left out here when it does.
    /// </summary>
    public static async IAsyncEnumerable<T> ReadByIdAsync<T>(
        Func<long?, CancellationToken, Task<IReadOnlyList<T>>> getPage, Func<T, long?> idOf, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long? largest = null;
        while (true)
        {
            var before = largest;
            foreach (var item in await getPage(before, cancellationToken).ConfigureAwait(false))
            {
                var id = idOf(item) ?? 0;
                if (id <= before)
                {
                    continue;
                }

                largest = Math.Max(largest ?? 0, id);
                yield return item;
            }

            if (largest == before || largest is null or 0)
            {
                yield break;
            }
        }
    }

    /// <summary>
    /// While a page is consumed the next one is fetched, from the second page on: whoever looks at the first page only has paid for no other. Leaving the list
    /// cancels what is under way.
    /// </summary>
    private static async IAsyncEnumerable<T> ReadAheadAsync<T, TPage, TPlace>(
        Func<TPlace, CancellationToken, Task<TPage>> getPage,
        TPlace start,
        Func<TPage, IReadOnlyList<T>> itemsOf,
        Func<TPage, (bool GoesOn, TPlace Next)> nextOf,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<TPage>? ahead = null;
        try
        {
            var page = await getPage(start, left.Token).ConfigureAwait(false);
            var isFirst = true;
            while (true)
            {
                var (goesOn, next) = nextOf(page);
                ahead = goesOn && !isFirst ? getPage(next, left.Token) : null;
                foreach (var item in itemsOf(page))
                {
                    yield return item;
                }

                if (!goesOn)
                {
                    yield break;
                }

                page = await (ahead ?? getPage(next, left.Token)).ConfigureAwait(false);
                (ahead, isFirst) = (null, false);
            }
        }
        finally
        {
            if (ahead is not null)
            {
                await left.CancelAsync().ConfigureAwait(false);
                await ((Task)ahead).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
