using BenchmarkDotNet.Attributes;

namespace Dotdigital.Sdk.Benchmarks.Stores;

/// <summary>
/// All staged keys of a list compared with the stored members, nothing having changed: as the store does it, by sets in the database, and as an ordered merge of
/// (item, address) of both sides in the process. The goal: a million items a second, and memory that does not grow with them.
/// </summary>
[MemoryDiagnoser]
public class ComparisonBenchmark
{
    private BenchmarkStore store = null!;

    [ParamsSource(nameof(Kinds))]
    public StoreKind Database { get; set; }

    public static IEnumerable<StoreKind> Kinds => StoreSizes.Kinds();

    [GlobalSetup]
    public async Task Setup()
    {
        store = await BenchmarkStore.CreateAsync(Database);
        await store.FillAsync(StoreSizes.Contacts);
        await StagedList.StageAsync(store);
    }

    [GlobalCleanup]
    public async Task Cleanup() => await store.DisposeAsync();

    [Benchmark(Baseline = true)]
    public async Task OrderedMerge()
    {
        await using var keys = store.Track();
        await using var members = store.Track();
        var collation = Database == StoreKind.PostgreSql ? """COLLATE "C" """ : "";
        await using var left = await OrderedReader.OpenAsync(keys, $"SELECT item_id, email FROM dotdigital_staged_keys WHERE account_id = 'main' AND connection_id = 1 ORDER BY item_id {collation}");
        await using var right = await OrderedReader.OpenAsync(
            members,
            $"SELECT m.item_id, c.email FROM dotdigital_memberships m JOIN dotdigital_contacts c ON c.account_id = m.account_id AND c.id = m.contact_id WHERE m.account_id = 'main' AND m.connection_id = 1 ORDER BY m.item_id {collation}");
        var same = 0;
        while (left.Read() && right.Read() && left.Current == right.Current)
        {
            same++;
        }

        if (same != StoreSizes.Contacts)
        {
            throw new InvalidOperationException("Both sides are the same.");
        }
    }

    [Benchmark]
    public Task BySets() => StagedList.CompareAsync(store);
}
