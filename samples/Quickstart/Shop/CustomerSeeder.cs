using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Quickstart.Shop;

/// <summary>Fills the shop, in chunks that are whole or not there at all.</summary>
internal static class CustomerSeeder
{
    private const int ChunkSize = 2_000;

    /// <summary>Goes on after the last customer there is.</summary>
    /// <param name="open">Opens the shop's database.</param>
    /// <param name="count">How many customers there shall be.</param>
    /// <param name="progress">Told of the customers so far.</param>
    /// <param name="cancellationToken">Cancels the seeding.</param>
    public static async Task RunAsync(Func<ShopContext> open, int count, Action<int> progress, CancellationToken cancellationToken)
    {
        int first;
        await using (var shop = open())
        {
            first = (await shop.Customers.MaxAsync(customer => (int?)customer.Id, cancellationToken) ?? 0) + 1;
        }

        while (first <= count)
        {
            var size = Math.Min(ChunkSize, count - first + 1);
            await using var shop = open();
            var customers = Enumerable.Range(first, size).Select(CustomerFactory.Create).ToList();
            await MoveIntoHouseholdsAsync(shop, customers, cancellationToken);
            shop.AddRange(customers);
            await shop.SaveChangesAsync(cancellationToken);
            first += size;
            progress(first - 1);
        }
    }

    /// <summary>Who was to move in with a customer without an address has none either.</summary>
    private static async Task MoveIntoHouseholdsAsync(ShopContext shop, List<Customer> customers, CancellationToken cancellationToken)
    {
        var before = customers[0].Id - 1;
        var addresses = customers.Where(customer => customer.Address is not null).Select(customer => customer.Id).ToHashSet();
        if (await shop.Addresses.AnyAsync(address => address.Id == before, cancellationToken))
        {
            addresses.Add(before);
        }

        foreach (var customer in customers.Where(customer => customer.AddressId is { } id && !addresses.Contains(id)))
        {
            customer.AddressId = null;
        }
    }

    /// <summary>Creates the tables, and remembers how many customers the shop is to have.</summary>
    /// <returns>The number remembered: that of the first start.</returns>
    public static async Task<int> PrepareAsync(Func<ShopContext> open, int count, CancellationToken cancellationToken)
    {
        const string Mark = "size of the shop";
        await using var shop = open();
        await shop.Database.EnsureCreatedAsync(cancellationToken);
        await shop.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        if (await shop.Story.FindAsync([Mark], cancellationToken) is { Fact: { } fact })
        {
            return int.Parse(fact, CultureInfo.InvariantCulture);
        }

        shop.Story.Add(new StoryMark { Act = Mark, Fact = count.ToString(CultureInfo.InvariantCulture) });
        await shop.SaveChangesAsync(cancellationToken);
        return count;
    }
}
