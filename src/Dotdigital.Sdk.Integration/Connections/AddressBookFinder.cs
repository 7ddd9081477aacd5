using Dotdigital.Sdk.AddressBooks;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.AddressBooks;
using Dotdigital.Sdk.Integration.Import;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Connections;

/// <summary>Finds the book of a choice in the store, else in Dotdigital, else creates it. A creation whose answer was lost is found by its name at the next try.</summary>
internal sealed class AddressBookFinder(ISyncStore store, AccountDirectory accounts, AccountConnector connector)
{
    private const int MaxNameLength = 128;

    /// <summary>The book, stored or not.</summary>
    /// <exception cref="MarketingListException">There is no such book, or its name cannot be used.</exception>
    public async Task<AddressBookRecord> FindOrCreateAsync(AccountId account, string listName, AddressBookChoice choice, CancellationToken cancellationToken)
    {
        CheckName(listName, choice.Name);
        await using (var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false))
        {
            var stored = (await unit.AddressBooks.GetAllAsync(cancellationToken).ConfigureAwait(false))
                .FirstOrDefault(book => book.DeletedAt is null && (choice.Id is { } id ? book.Id == id : IsNamed(book.Name, choice.Name!)));
            if (stored is not null)
            {
                return stored;
            }
        }

        var effective = accounts.WithPassword(await accounts.GetAsync(account, cancellationToken).ConfigureAwait(false));
        var client = (await connector.ConnectAsync(effective, cancellationToken).ConfigureAwait(false)).AddressBooks;
        return choice.Id is { } wanted
            ? await GetAsync(client, account, listName, wanted, cancellationToken).ConfigureAwait(false)
            : await FindOrCreateAsync(client, account, listName, choice, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<AddressBookRecord> GetAsync(IAddressBooksApi client, AccountId account, string listName, int id, CancellationToken cancellationToken)
    {
        try
        {
            var book = await client.GetAsync(id, cancellationToken).ConfigureAwait(false);
            CheckName(listName, book.Name);
            return AddressBookReader.ToRecord(book, stored: null);
        }
        catch (DotdigitalNotFoundException)
        {
            throw new MarketingListException(listName, $"cannot be connected to address book {id}: account '{account}' does not have it; choose one of its free books.");
        }
    }

    private static async Task<AddressBookRecord> FindOrCreateAsync(
        IAddressBooksApi client, AccountId account, string listName, AddressBookChoice choice, CancellationToken cancellationToken)
    {
        await foreach (var page in OverlappingPages.ReadAsync(client.GetPageAsync, cancellationToken).ConfigureAwait(false))
        {
            if (page.Items.FirstOrDefault(book => IsNamed(book.Name, choice.Name!)) is { } found)
            {
                return AddressBookReader.ToRecord(found, stored: null);
            }
        }

        try
        {
            var visibility = choice.Access == AddressBookAccess.Public ? AddressBookVisibility.Public : AddressBookVisibility.Private;
            return AddressBookReader.ToRecord(await client.CreateAsync(choice.Name!, visibility, cancellationToken).ConfigureAwait(false), stored: null);
        }
        catch (DotdigitalApiException refusal) when (refusal.HasCode(DotdigitalErrorCodes.AddressBookDuplicate))
        {
            throw new MarketingListException(
                listName, $"cannot have address book '{choice.Name}' created in account '{account}': a segment has that name, or it was created a moment ago; try again, or choose another name.");
        }
    }

    private static void CheckName(string listName, string? name)
    {
        if (name is not null && ReservedAddressBooks.Contains(name))
        {
            throw new MarketingListException(listName, $"cannot be connected to '{name}': Dotdigital keeps that address book for itself; choose another one.");
        }

        if (name?.Length > MaxNameLength)
        {
            throw new MarketingListException(listName, $"cannot have an address book with a name of {name.Length} characters: Dotdigital takes {MaxNameLength}.");
        }
    }

    private static bool IsNamed(string bookName, string name) => string.Equals(bookName.Trim(), name, StringComparison.OrdinalIgnoreCase);
}
