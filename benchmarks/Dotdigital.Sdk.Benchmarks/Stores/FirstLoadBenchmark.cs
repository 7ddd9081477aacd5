using BenchmarkDotNet.Attributes;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Benchmarks.Stores;

/// <summary>
/// The first load of the contacts into the store's own table, in transactions of 10,000: the store, the floor (the C API of SQLite, a bare COPY on
/// PostgreSQL), and tracked saves of EF Core. The goal: at most 1.4 times the C API, and 1.3 times COPY.
/// </summary>
[MemoryDiagnoser]
public class FirstLoadBenchmark
{
    private BenchmarkStore store = null!;
    private ContactRecord[] records = null!;
    private StoredContact[] rows = null!;

    [ParamsSource(nameof(Kinds))]
    public StoreKind Database { get; set; }

    public static IEnumerable<StoreKind> Kinds => StoreSizes.Kinds();

    [GlobalSetup]
    public async Task Setup()
    {
        records = [.. Enumerable.Range(0, StoreSizes.Contacts).Select(static person => StorePeople.Contact(person, points: 0))];
        rows = Array.ConvertAll(records, StoredContact.From);
        store = await BenchmarkStore.CreateAsync(Database);
    }

    [GlobalCleanup]
    public async Task Cleanup() => await store.DisposeAsync();

    [IterationSetup]
    public void Empty() => store.EmptyAsync().GetAwaiter().GetResult();

    [Benchmark(Baseline = true)]
    public async Task Floor()
    {
        if (Database == StoreKind.Sqlite)
        {
            SqliteFloor.Write(store.ConnectionString, rows);
        }
        else
        {
            await CopyFloor.WriteAsync(store.ConnectionString, rows);
        }
    }

    [Benchmark]
    public async Task Store()
    {
        foreach (var part in records.Chunk(StoreSizes.Transaction))
        {
            await store.WriteAsync(async unit =>
            {
                foreach (var page in part.Chunk(StoreSizes.Page))
                {
                    await unit.Contacts.SaveAsync(page, CancellationToken.None);
                }
            });
        }
    }

    [Benchmark]
    public async Task TrackedSaves()
    {
        foreach (var part in rows.Chunk(StoreSizes.Transaction))
        {
            await using var context = store.Track();
            context.Contacts.AddRange(part);
            await context.SaveChangesAsync();
        }
    }
}
