using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.AddressBooks;

public partial interface IAddressBooksApi
{
    /// <summary>The address books that contacts do not see, page by page (<c>GET /v2/address-books/private</c>).</summary>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<AddressBook> GetPrivateAsync(CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetPrivateAsync"/>.</summary>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<AddressBook>> GetPrivatePageAsync(int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>The address books that contacts may choose, page by page (<c>GET /v2/address-books/public</c>).</summary>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<AddressBook> GetPublicAsync(CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetPublicAsync"/>.</summary>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<AddressBook>> GetPublicPageAsync(int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>Replaces the name and visibility of an address book; safe to repeat (<c>PUT /v2/address-books/{id}</c>).</summary>
    /// <param name="id">The address book.</param>
    /// <param name="name">Its name, up to 128 characters.</param>
    /// <param name="visibility">Who sees it.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<AddressBook> UpdateAsync(int id, string name, AddressBookVisibility visibility, CancellationToken cancellationToken = default);
}
