using Dotdigital.Sdk.Emulator;
using Dotdigital.Sdk.Emulator.Control;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace WorkerOnPostgres;

/// <summary>A first sync, a change, an opt-out each way; the worker runs by itself, and the story only looks.</summary>
internal sealed class Story(IHost worker, DotdigitalEmulator dotdigital)
{
    private const int Customers = 500;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private EmulatedAccount Remote => dotdigital.Account("main");

    /// <summary>Fills the shop.</summary>
    public static async Task OpenShopAsync(IHost worker)
    {
        await using var shop = await OpenAsync(worker);
        await shop.Database.EnsureCreatedAsync();
        shop.AddRange(Enumerable.Range(1, Customers).Select(static i => new Customer { Email = $"customer{i}@example.com", FirstName = $"First{i}" }));
        await shop.SaveChangesAsync();
    }

    /// <summary>Plays it.</summary>
    /// <returns>Whether both sides agreed at each point.</returns>
    public async Task<bool> PlayAsync() =>
        await SeeAsync($"{Customers} customers are in the address book", () => Task.FromResult(Reachable() == Customers))
        && await ChangeAsync(1, static customer => customer.FirstName = "Renamed")
        && await SeeAsync("a change in the shop is in Dotdigital", () => Task.FromResult(Remote.Contact("customer1@example.com")?.DataFields.GetValueOrDefault("FIRSTNAME") is "Renamed"))
        && await ChangeAsync(2, static customer => customer.AcceptsMarketing = false)
        && await SeeAsync("a customer's no in the shop is in Dotdigital", () => Task.FromResult(Reachable() == Customers - 1))
        && UnsubscribeInDotdigital("customer3@example.com")
        && await SeeAsync("a no in Dotdigital is in the shop", async () => !(await FindAsync(3)).AcceptsMarketing)
        && await SeeAsync("nobody was made reachable against their will", () => Task.FromResult(Remote.Violations.Count == 0 && Reachable() == Customers - 2));

    private static async Task<ShopContext> OpenAsync(IHost worker) =>
        await worker.Services.GetRequiredService<IDbContextFactory<ShopContext>>().CreateDbContextAsync();

    private int Reachable() => Remote.AddressBooks.SingleOrDefault(static book => book.Name == Worker.AddressBook) is { } book
        ? Remote.Contacts.Count(contact => contact.IsReachableIn(book.Id))
        : 0;

    private bool UnsubscribeInDotdigital(string email)
    {
        Remote.Unsubscribe(email);
        return true;
    }

    private async Task<Customer> FindAsync(int id)
    {
        await using var shop = await OpenAsync(worker);
        return await shop.Customers.SingleAsync(customer => customer.Id == id);
    }

    private async Task<bool> ChangeAsync(int id, Action<Customer> change)
    {
        await using var shop = await OpenAsync(worker);
        change(await shop.Customers.SingleAsync(customer => customer.Id == id));
        await shop.SaveChangesAsync();
        return true;
    }

    private static async Task<bool> SeeAsync(string what, Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!await isSo())
        {
            try
            {
                await timer.WaitForNextTickAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                Console.WriteLine($"NOT SO within {Limit}: {what}");
                return false;
            }
        }

        Console.WriteLine($"ok: {what}");
        return true;
    }
}
