using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.AddressBooks;

/// <summary>Address books (lists). v2.</summary>
public partial interface IAddressBooksApi
{
    /// <summary>Every address book, page by page (<c>GET /v2/address-books</c>).</summary>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<AddressBook> GetAllAsync(CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetAllAsync"/>.</summary>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<AddressBook>> GetPageAsync(int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>One address book (<c>GET /v2/address-books/{id}</c>).</summary>
    /// <param name="id">The address book.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none of that id.</exception>
    Task<AddressBook> GetAsync(int id, CancellationToken cancellationToken = default);

    /// <summary>Creates an address book (<c>POST /v2/address-books</c>). Not repeated after a lost answer: look for the name first.</summary>
    /// <param name="name">Its name, up to 128 characters; not <c>Test</c> or <c>All Contacts</c>.</param>
    /// <param name="visibility">Who sees it.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<AddressBook> CreateAsync(string name, AddressBookVisibility visibility, CancellationToken cancellationToken = default);

    /// <summary>Deletes an address book, not its contacts (<c>DELETE /v2/address-books/{id}</c>).</summary>
    /// <param name="id">The address book.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task DeleteAsync(int id, CancellationToken cancellationToken = default);
}
