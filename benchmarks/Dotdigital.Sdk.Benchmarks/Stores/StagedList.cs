namespace Dotdigital.Sdk.Benchmarks.Stores;

/// <summary>What a pass of a list asks of the store, when nothing joined and nothing left.</summary>
internal static class StagedList
{
    public static async Task StageAsync(BenchmarkStore store)
    {
        foreach (var page in Enumerable.Range(0, StoreSizes.Contacts).Chunk(StoreSizes.Page))
        {
            await store.WriteAsync(unit => unit.ListKeys.AddAsync(StorePeople.Connection, [.. page.Select(StorePeople.Key)], CancellationToken.None));
        }
    }

    /// <summary>Duplicates, keys that need a decision, members that left.</summary>
    public static async Task CompareAsync(BenchmarkStore store)
    {
        long found = 0;
        await store.WriteAsync(async unit => found += await unit.ListKeys.MarkDuplicatesAsync(StorePeople.Connection, CancellationToken.None));
        found += (await store.ReadAsync(static unit => unit.ListKeys.PageUnmatchedAsync(StorePeople.Connection, "list", afterItemId: null, StoreSizes.Page, CancellationToken.None))).Count;
        found += (await store.ReadAsync(static unit => unit.ListKeys.CountLeaversAsync(StorePeople.Connection, CancellationToken.None))).Leavers;
        found += (await store.ReadAsync(static unit => unit.ListKeys.PageLeaversAsync(StorePeople.Connection, 0, StoreSizes.Page, CancellationToken.None))).Count;
        if (found != 0)
        {
            throw new InvalidOperationException("Nothing had joined, left or come twice.");
        }
    }
}
