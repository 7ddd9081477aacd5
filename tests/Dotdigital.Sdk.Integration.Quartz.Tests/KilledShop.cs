using System.Globalization;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.WorkerHost;

namespace Dotdigital.Sdk.Integration.Quartz.Tests;

/// <summary>What the customers of a history are, said and did, whatever becomes of the host's processes; and what must hold of both sides at its end.</summary>
internal sealed class KilledShop(ClusterBench bench, Random random, int people)
{
    private const int PageSize = 1000;

    private readonly Dictionary<int, Customer> _customers = Enumerable.Range(1, people).ToDictionary(static id => id, static id => new Customer
    {
        Id = id,
        Email = string.Create(CultureInfo.InvariantCulture, $"c{id}@example.com"),
        FirstName = string.Create(CultureInfo.InvariantCulture, $"First{id}"),
    });

    private readonly HashSet<string> _former = [];
    private readonly HashSet<int> _renamed = [];
    private readonly HashSet<string> _strangers = [];

    /// <summary>Who said no in Dotdigital, and where: null is the account.</summary>
    private readonly Dictionary<string, int?> _noes = [];

    /// <summary>A marketer's value that the host has not changed since.</summary>
    private readonly Dictionary<string, string> _marketers = [];

    private int _count = people;

    private int? Book => bench.Remote.AddressBooks.FirstOrDefault(static book => book.Name == CustomerList.AddressBook)?.Id;

    /// <summary>Something that the history's dice choose happens.</summary>
    /// <returns>What.</returns>
    public Task<string> ActAsync()
    {
        var what = random.Next(20);
        var who = _customers.Values.ElementAt(random.Next(_customers.Count));
        return what switch
        {
            < 6 => EditAsync(who),
            < 8 => InsertAsync(),
            < 10 => DeleteAsync(who),
            < 12 => ChangeEmailAsync(who),
            < 15 => Task.FromResult(SayNo(who, inAccount: what == 14)),
            < 18 => Task.FromResult(EditRemotely(who)),
            _ => Task.FromResult(AddRemotely()),
        };
    }

    /// <summary>Tells the emulator of the opt-outs that the store has; while no process of the host is alive, so that none has a request under way.</summary>
    public async Task TellKnownOptOutsAsync()
    {
        await using var unit = await bench.Store.BeginAsync(ClusterBench.Account, ClusterBench.Cancel);
        var contacts = await unit.Contacts.FindByEmailAsync([.. _noes.Keys.Select(EmailAddress.Parse)], ClusterBench.Cancel);
        var members = (await unit.Memberships.FindByContactAsync([.. contacts.Select(static contact => contact.Id)], ClusterBench.Cancel)).ToLookup(static member => member.ContactId);
        foreach (var contact in contacts)
        {
            var book = _noes[contact.Email.Value];
            var isKnown = book is null
                ? contact.Status.Reachability == Reachability.OptedOut
                : members[contact.Id].Any(member => member.AddressBookId == book && member.Status.Reachability == Reachability.OptedOut);
            if (isKnown)
            {
                bench.Remote.OptOutKnown(contact.Email.Value, book);
            }
        }
    }

    /// <summary>What does not hold (yet).</summary>
    public async Task<IReadOnlyList<string>> FindWrongsAsync()
    {
        List<string> wrongs = [.. bench.Remote.Violations.Select(static violation => violation.Detail)];
        if (bench.Remote.AddressBooks.Count(static book => book.Name == CustomerList.AddressBook) != 1 || Book is not { } book)
        {
            return [.. wrongs, "The list has not one book."];
        }

        var remote = bench.Remote.Contacts.ToDictionary(static contact => contact.Email!, StringComparer.OrdinalIgnoreCase);
        foreach (var customer in _customers.Values)
        {
            var contact = remote.GetValueOrDefault(customer.Email);
            var isIn = contact?.IsReachableIn(book) == true;
            if (isIn == _noes.ContainsKey(customer.Email))
            {
                wrongs.Add($"{customer.Email} {(isIn ? "said no and is mailed" : "is not in the book")}.");
            }
            else if (isIn && contact!.DataFields.GetValueOrDefault("FIRSTNAME") is var value && !IsRight(customer, value as string))
            {
                wrongs.Add($"{customer.Email} is '{value}' in Dotdigital instead of '{customer.FirstName}'.");
            }
        }

        wrongs.AddRange(_former.Where(email => remote.GetValueOrDefault(email)?.IsReachableIn(book) == true).Select(static email => $"{email} left the list and is in the book."));
        wrongs.AddRange(_strangers.Where(email => remote[email].IsReachableIn(book) is false).Select(static email => $"{email}, whom a marketer added, is not in the book."));
        wrongs.AddRange(await FindStoredWrongsAsync(book));
        return wrongs;
    }

    private async Task<IReadOnlyList<string>> FindStoredWrongsAsync(int book)
    {
        await using var unit = await bench.Store.BeginAsync(ClusterBench.Account, ClusterBench.Cancel);
        var open = await unit.Batches.GetAsync([BatchState.Sending, BatchState.Sent, BatchState.Ended, BatchState.Stalled], ClusterBench.Cancel);
        var members = await unit.Memberships.PageAsync(new MembershipFilter(), null, PageSize, ClusterBench.Cancel);
        List<string> wrongs =
        [
            .. open.Select(static batch => string.Create(CultureInfo.InvariantCulture, $"Batch {batch.Id} is still {batch.State}.")),
            .. members.Where(static member => member.Membership.State.Kind == ExportState.InBatch).Select(static member => $"{member.Contact.Email.Value} is still in a batch."),
            .. members.GroupBy(static member => member.Contact.Email.Value, StringComparer.OrdinalIgnoreCase).Where(static same => same.Count() > 1).Select(static same => $"{same.Key} is stored more than once."),
            .. members.Where(static member => member.Contact.RemoteId is not null).GroupBy(static member => member.Contact.RemoteId).Where(static same => same.Count() > 1)
                .Select(static same => $"Contact {same.Key} of Dotdigital is stored more than once."),
            .. members.Where(static member => member.Membership.ItemId is not null).GroupBy(static member => member.Membership.ItemId!, StringComparer.Ordinal).Where(static same => same.Count() > 1)
                .Select(static same => $"Item {same.Key} has more than one membership."),
        ];
        var connections = await unit.Connections.GetAllAsync(ClusterBench.Cancel);
        if (connections.Count != 1 || connections[0].AddressBookId != book)
        {
            wrongs.Add("The list has not one connection.");
        }

        return wrongs;
    }

    private bool IsRight(Customer customer, string? value) => value == customer.FirstName || (value is not null && value == _marketers.GetValueOrDefault(customer.Email));

    private async Task<string> EditAsync(Customer who)
    {
        who.FirstName = Next("Host");
        await SaveAsync(shop => shop.Update(who));
        _marketers.Remove(who.Email);
        return $"{who.Email} becomes {who.FirstName}";
    }

    private async Task<string> InsertAsync()
    {
        var added = new Customer { Id = ++_count, Email = string.Create(CultureInfo.InvariantCulture, $"c{_count}@example.com"), FirstName = Next("New") };
        await SaveAsync(shop => shop.Add(added));
        _customers.Add(added.Id, added);
        return $"{added.Email} joins";
    }

    private async Task<string> DeleteAsync(Customer who)
    {
        await SaveAsync(shop => shop.Remove(who));
        _customers.Remove(who.Id);
        _former.Add(who.Email);
        return $"{who.Email} leaves";
    }

    /// <summary>Those who said no are not taken: their no goes with them, which the simulated histories prove.</summary>
    private async Task<string> ChangeEmailAsync(Customer who)
    {
        if (_noes.ContainsKey(who.Email))
        {
            return await EditAsync(who);
        }

        var former = who.Email;
        who.Email = string.Create(CultureInfo.InvariantCulture, $"r{++_count}@example.com");
        await SaveAsync(shop => shop.Update(who));
        _former.Add(former);
        _renamed.Add(who.Id);
        if (_marketers.Remove(former, out var value))
        {
            _marketers[who.Email] = value;
        }

        return $"{former} becomes {who.Email}";
    }

    /// <summary>An address that the host has just given is not known in Dotdigital yet, and the former one is no longer whom this is about.</summary>
    private string SayNo(Customer who, bool inAccount)
    {
        if (_renamed.Contains(who.Id) || Book is not { } book || bench.Remote.Contact(who.Email)?.IsReachableIn(book) is not true)
        {
            return $"{who.Email} has nothing to say no to";
        }

        bench.Remote.Unsubscribe(who.Email, inAccount ? null : book);
        _noes[who.Email] = inAccount ? null : book;
        return $"{who.Email} says no to the {(inAccount ? "account" : "book")}";
    }

    private string EditRemotely(Customer who)
    {
        if (bench.Remote.Contact(who.Email) is null)
        {
            return $"{who.Email} is unknown to the marketer";
        }

        var value = Next("Marketer");
        bench.Remote.SetDataField(who.Email, "FIRSTNAME", value);
        _marketers[who.Email] = value;
        return $"a marketer calls {who.Email} {value}";
    }

    private string AddRemotely()
    {
        if (Book is not { } book)
        {
            return "there is no book to add to";
        }

        var email = string.Create(CultureInfo.InvariantCulture, $"s{++_count}@example.com");
        bench.Remote.AddContact(email, [book]);
        _strangers.Add(email);
        return $"a marketer adds {email}";
    }

    private async Task SaveAsync(Action<ShopContext> change)
    {
        await using var shop = await bench.OpenShopAsync();
        change(shop);
        await shop.SaveChangesAsync(ClusterBench.Cancel);
    }

    private string Next(string word) => string.Create(CultureInfo.InvariantCulture, $"{word}{++_count}");
}
