using System.Runtime.CompilerServices;

namespace Dotdigital.Sdk.Paging;

/// <summary>Reads lists to their end, one page in memory at a time.</summary>
internal static class PagedList
{
    /// <summary>v2: goes on by the rows received until a page is empty, because the API may cap a page below what was asked for.</summary>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        Func<int, CancellationToken, Task<Page<T>>> getPage, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = await getPage(0, cancellationToken).ConfigureAwait(false);
        while (!page.IsEnd)
        {
            foreach (var item in page.Items)
            {
                yield return item;
            }

            page = await getPage(page.NextSkip, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>v3: follows markers until there is none.</summary>
    public static async IAsyncEnumerable<T> FollowAsync<T>(
        Func<string?, CancellationToken, Task<MarkerPage<T>>> getPage, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? marker = null;
        do
        {
            var page = await getPage(marker, cancellationToken).ConfigureAwait(false);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            marker = page.NextMarker;
        }
        while (marker is not null);
    }

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
}
