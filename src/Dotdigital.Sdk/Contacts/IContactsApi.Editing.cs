using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.Contacts;

public partial interface IContactsApi
{
    /// <summary>Every contact, page by page (<c>GET /v2/contacts</c>).</summary>
    /// <param name="withFullData">Whether to read data fields too.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<Contact> GetAllAsync(bool withFullData, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetAllAsync"/>.</summary>
    /// <param name="withFullData">Whether to read data fields too.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<Contact>> GetPageAsync(bool withFullData, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>Contacts created since an instant, page by page (<c>GET /v2/contacts/created-since/{date}</c>).</summary>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="withFullData">Whether to read data fields too.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<Contact> GetCreatedSinceAsync(DateTimeOffset since, bool withFullData, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetCreatedSinceAsync"/>.</summary>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="withFullData">Whether to read data fields too.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<Contact>> GetCreatedSincePageAsync(DateTimeOffset since, bool withFullData, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>How many contacts the account has (<c>GET /v2/contacts/count</c>).</summary>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<int> CountAsync(CancellationToken cancellationToken = default);

    /// <summary>One contact; the API may not give those who opted out (<c>GET /v2/contacts/{id}</c>, or by email).</summary>
    /// <param name="contact">The contact, by id or by email.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<Contact> GetAsync(ContactKey contact, CancellationToken cancellationToken = default);

    /// <summary>Looks contacts up together; the API takes the body of a GET (<c>GET /v2/contacts/retrieve-collection</c>).</summary>
    /// <param name="contacts">Whom, by id or email; at least one.</param>
    /// <param name="withFullData">Whether to read data fields too.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<ContactBatch> GetManyAsync(IReadOnlyCollection<ContactKey> contacts, bool withFullData, CancellationToken cancellationToken = default);

    /// <summary>Creates a contact (<c>POST /v2/contacts</c>). Not repeated after a lost answer.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalApiException">Also when the email exists, or is suppressed: then nothing changed.</exception>
    Task<Contact> CreateAsync(ContactDetails contact, CancellationToken cancellationToken = default);

    /// <summary>Updates a contact by what is set; safe to repeat (<c>PUT /v2/contacts/{id}</c>).</summary>
    /// <param name="id">The contact.</param>
    /// <param name="contact">Its email and what to set.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<Contact> UpdateAsync(long id, ContactDetails contact, CancellationToken cancellationToken = default);

    /// <summary>Adds a contact to an address book, creating or updating it; safe to repeat, and no resubscription (<c>POST /v2/address-books/{addressBookId}/contacts</c>).</summary>
    /// <param name="addressBookId">The address book.</param>
    /// <param name="contact">The contact.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Contact> AddToAddressBookAsync(int addressBookId, ContactDetails contact, CancellationToken cancellationToken = default);

    /// <summary>Takes every contact out of an address book, as a job (<c>POST /v2/address-books/{addressBookId}/contacts/delete-all</c>).</summary>
    /// <param name="addressBookId">The address book.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The job, to be followed with <see cref="GetDeletionAsync"/>.</returns>
    Task<ContactDeletion> RemoveAllFromAddressBookAsync(int addressBookId, CancellationToken cancellationToken = default);

    /// <summary>Takes every contact out of an address book while the call waits; for large ones use <see cref="RemoveAllFromAddressBookAsync"/> (<c>DELETE /v2/address-books/{addressBookId}/contacts</c>).</summary>
    /// <param name="addressBookId">The address book.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task EmptyAddressBookAsync(int addressBookId, CancellationToken cancellationToken = default);

    /// <summary>Suppresses people in the account; safe to repeat (<c>PUT /v2/contacts/suppress-contacts</c>).</summary>
    /// <param name="contacts">Whom, by id or email; at least one.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<ContactSuppressions> SuppressAsync(IReadOnlyCollection<ContactKey> contacts, CancellationToken cancellationToken = default);
}
