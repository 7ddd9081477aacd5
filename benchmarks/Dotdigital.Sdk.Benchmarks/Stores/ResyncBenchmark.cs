using BenchmarkDotNet.Attributes;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Benchmarks.Stores;

/// <summary>
/// A list of which 1 % changed meets the stored contacts. <see cref="Pass"/> does what a cycle asks of the store: all keys staged and compared by sets, the
/// changed ones read and saved. <see cref="CompareValues"/> is the store's part of a force sync: every stored value read, compared, the changed ones saved.
/// Tracked saves load each page of entities, set their values and let EF Core find out. The goal: six times faster than these.
/// </summary>
[MemoryDiagnoser]
public class ResyncBenchmark
{
    private BenchmarkStore store = null!;
    private int points;

    [ParamsSource(nameof(Kinds))]
    public StoreKind Database { get; set; }

    public static IEnumerable<StoreKind> Kinds => StoreSizes.Kinds();

    [GlobalSetup]
    public async Task Setup()
    {
        store = await BenchmarkStore.CreateAsync(Database);
        await store.FillAsync(StoreSizes.Contacts);
    }

    [GlobalCleanup]
    public async Task Cleanup() => await store.DisposeAsync();

    /// <summary>The changed hundredth gets values that it never had.</summary>
    [IterationSetup]
    public void Change() => points++;

    [Benchmark(Baseline = true)]
    public async Task TrackedSaves()
    {
        var saved = 0;
        foreach (var people in Enumerable.Range(0, StoreSizes.Contacts).Chunk(StoreSizes.Page))
        {
            await using var context = store.Track();
            var host = people.ToDictionary(static person => person + 1L, Current);
            var ids = host.Keys.ToList();
            foreach (var contact in await context.Contacts.Where(contact => contact.AccountId == BenchmarkStore.Account.Value && EF.Parameter(ids).Contains(contact.Id)).ToListAsync())
            {
                contact.Snapshot = host[contact.Id].Snapshot.ToJson();
            }

            saved += await context.SaveChangesAsync();
        }

        Expect(saved);
    }

    [Benchmark]
    public async Task Pass()
    {
        await store.WriteAsync(static unit => unit.ListKeys.ClearAsync(StorePeople.Connection, CancellationToken.None));
        await StagedList.StageAsync(store);
        await StagedList.CompareAsync(store);
        var changed = Enumerable.Range(0, StoreSizes.Contacts).Where(IsChanged);
        var saved = 0;
        foreach (var people in changed.Chunk(StoreSizes.Page))
        {
            await store.WriteAsync(async unit =>
            {
                var views = await unit.Memberships.FindByItemAsync(StorePeople.Connection, [.. people.Select(StorePeople.ItemId)], CancellationToken.None);
                saved += await SaveChangedAsync(unit, views);
            });
        }

        Expect(saved);
    }

    [Benchmark]
    public async Task CompareValues()
    {
        var saved = 0;
        for (MembershipKey? after = null; ;)
        {
            IReadOnlyList<MembershipView> page = [];
            await store.WriteAsync(async unit =>
            {
                page = await unit.Memberships.PageAsync(new() { ConnectionId = StorePeople.Connection }, after, StoreSizes.Page, CancellationToken.None);
                saved += await SaveChangedAsync(unit, page);
            });
            if (page.Count == 0)
            {
                break;
            }

            after = new(page[^1].Membership.AddressBookId, page[^1].Membership.ContactId);
        }

        Expect(saved);
    }

    private static bool IsChanged(int person) => person % 100 == 0;

    private ContactRecord Current(int person) => StorePeople.Contact(person, IsChanged(person) ? points : 0);

    private async Task<int> SaveChangedAsync(IUnitOfWork unit, IReadOnlyList<MembershipView> views)
    {
        var changed = new List<ContactRecord>();
        foreach (var view in views)
        {
            var current = Current((int)view.Contact.Id - 1);
            if (!current.Snapshot.Equals(view.Contact.Snapshot))
            {
                changed.Add(view.Contact with { Snapshot = current.Snapshot });
            }
        }

        await unit.Contacts.SaveAsync(changed, CancellationToken.None);
        return changed.Count;
    }

    private static void Expect(int saved)
    {
        if (saved != (StoreSizes.Contacts + 99) / 100)
        {
            throw new InvalidOperationException($"{saved} contacts were saved.");
        }
    }
}
