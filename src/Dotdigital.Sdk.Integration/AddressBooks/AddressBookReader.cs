using Dotdigital.Sdk.AddressBooks;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Import;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.AddressBooks;

/// <summary>Reads the address books of an account, reserved ones left out.</summary>
internal static class AddressBookReader
{
    /// <summary>All books by id; the whole of them or an exception.</summary>
    public static async Task<IReadOnlyDictionary<int, AddressBook>> ReadAsync(AccountRun run, CancellationToken cancellationToken)
    {
        var books = new Dictionary<int, AddressBook>();
        await foreach (var page in OverlappingPages.ReadAsync(run.Client.AddressBooks.GetPageAsync, cancellationToken).ConfigureAwait(false))
        {
            foreach (var book in page.Items)
            {
                if (!ReservedAddressBooks.Contains(book.Name))
                {
                    books[book.Id] = book;
                }
            }
        }

        return books;
    }

    /// <summary>The record of a book as Dotdigital tells of it, with what the engine knows about it kept.</summary>
    public static AddressBookRecord ToRecord(AddressBook book, AddressBookRecord? stored) =>
        (stored ?? new AddressBookRecord { Id = book.Id, Name = book.Name }) with
        {
            Name = book.Name,
            Visibility = book.Visibility.Value.Length == 0 ? null : book.Visibility.Value,
            ContactCount = book.Contacts,
            DeletedAt = null,
        };
}
