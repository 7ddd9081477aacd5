using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.Contacts;

public partial interface IContactsApi
{
    /// <summary>The score of every contact, page by page (<c>GET /v2/contacts/score</c>).</summary>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<ContactScore> GetScoresAsync(CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetScoresAsync"/>.</summary>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<ContactScore>> GetScoresPageAsync(int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>The scores of the contacts of an address book, page by page (<c>GET /v2/address-books/{addressBookId}/contacts/score</c>).</summary>
    /// <param name="addressBookId">The address book.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<ContactScore> GetScoresInAddressBookAsync(int addressBookId, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetScoresInAddressBookAsync"/>.</summary>
    /// <param name="addressBookId">The address book.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<ContactScore>> GetScoresInAddressBookPageAsync(int addressBookId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>The scores that changed since an instant, oldest change first, page by page (<c>GET /v2/contacts/score/modified-since/{date}</c>).</summary>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<ContactScore> GetScoresModifiedSinceAsync(DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetScoresModifiedSinceAsync"/>.</summary>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<ContactScore>> GetScoresModifiedSincePageAsync(DateTimeOffset since, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>The score of one contact (<c>GET /v2/contacts/{id}/score</c>, or by email).</summary>
    /// <param name="contact">The contact, by id or by email.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<ContactScore> GetScoreAsync(ContactKey contact, CancellationToken cancellationToken = default);
}
