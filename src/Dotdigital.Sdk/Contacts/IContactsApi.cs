using Dotdigital.Sdk.AddressBooks;
using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.Contacts;

/// <summary>Contacts and memberships through v2: opt-outs, look-ups, removal.</summary>
public partial interface IContactsApi
{
    /// <summary>Those unsubscribed from the account since an instant, page by page (<c>GET /v2/contacts/unsubscribed-since/{date}</c>).</summary>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<ContactSuppression> GetUnsubscribedSinceAsync(DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetUnsubscribedSinceAsync"/>.</summary>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<ContactSuppression>> GetUnsubscribedSincePageAsync(DateTimeOffset since, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>Those suppressed in the account since an instant, page by page (<c>GET /v2/contacts/suppressed-since/{date}</c>).</summary>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<ContactSuppression> GetSuppressedSinceAsync(DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetSuppressedSinceAsync"/>.</summary>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<ContactSuppression>> GetSuppressedSincePageAsync(DateTimeOffset since, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>Those unsubscribed from an address book since an instant, page by page (<c>GET /v2/address-books/{addressBookId}/contacts/unsubscribed-since/{date}</c>).</summary>
    /// <param name="addressBookId">The address book.</param>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<ContactSuppression> GetUnsubscribedFromAddressBookSinceAsync(int addressBookId, DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetUnsubscribedFromAddressBookSinceAsync"/>.</summary>
    /// <param name="addressBookId">The address book.</param>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<ContactSuppression>> GetUnsubscribedFromAddressBookSincePageAsync(int addressBookId, DateTimeOffset since, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>Contacts modified since an instant, page by page (<c>GET /v2/contacts/modified-since/{date}</c>).</summary>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="withFullData">Whether to read data fields too.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<Contact> GetModifiedSinceAsync(DateTimeOffset since, bool withFullData, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetModifiedSinceAsync"/>.</summary>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="withFullData">Whether to read data fields too.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 2000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<Contact>> GetModifiedSincePageAsync(DateTimeOffset since, bool withFullData, int skip = 0, int take = 2000, CancellationToken cancellationToken = default);

    /// <summary>Contacts of an address book modified since an instant, page by page (<c>GET /v2/address-books/{addressBookId}/contacts/modified-since/{date}</c>).</summary>
    /// <param name="addressBookId">The address book.</param>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="withFullData">Whether to read data fields too.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<Contact> GetModifiedInAddressBookSinceAsync(int addressBookId, DateTimeOffset since, bool withFullData, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetModifiedInAddressBookSinceAsync"/>.</summary>
    /// <param name="addressBookId">The address book.</param>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="withFullData">Whether to read data fields too.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 2000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<Contact>> GetModifiedInAddressBookSincePageAsync(int addressBookId, DateTimeOffset since, bool withFullData, int skip = 0, int take = 2000, CancellationToken cancellationToken = default);

    /// <summary>Contacts of an address book, page by page (<c>GET /v2/address-books/{addressBookId}/contacts</c>).</summary>
    /// <param name="addressBookId">The address book.</param>
    /// <param name="withFullData">Whether to read data fields too.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<Contact> GetInAddressBookAsync(int addressBookId, bool withFullData, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetInAddressBookAsync"/>.</summary>
    /// <param name="addressBookId">The address book.</param>
    /// <param name="withFullData">Whether to read data fields too.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<Contact>> GetInAddressBookPageAsync(int addressBookId, bool withFullData, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>The address books a contact is in, page by page (<c>GET /v2/contacts/{contactId}/address-books</c>).</summary>
    /// <param name="contactId">The contact.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<AddressBook> GetAddressBooksAsync(long contactId, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetAddressBooksAsync"/>.</summary>
    /// <param name="contactId">The contact.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<AddressBook>> GetAddressBooksPageAsync(long contactId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>Unsubscribes a person from the account; safe to repeat (<c>POST /v2/contacts/unsubscribe</c>).</summary>
    /// <param name="email">The email address.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<ContactSuppression> UnsubscribeAsync(string email, CancellationToken cancellationToken = default);

    /// <summary>Unsubscribes a person from an address book; safe to repeat (<c>POST /v2/address-books/{addressBookId}/contacts/unsubscribe</c>).</summary>
    /// <param name="addressBookId">The address book.</param>
    /// <param name="email">The email address.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<ContactSuppression> UnsubscribeFromAddressBookAsync(int addressBookId, string email, CancellationToken cancellationToken = default);

    /// <summary>Brings a person back into the account, who may be asked to confirm. Only ever at that person's own request (<c>POST /v2/contacts/resubscribe</c>).</summary>
    /// <param name="resubscription">The person.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<ResubscribeResult> ResubscribeAsync(ContactResubscription resubscription, CancellationToken cancellationToken = default);

    /// <summary>Brings a person back into the account at once. Only ever at that person's own request (<c>POST /v2/contacts/resubscribe-with-no-challenge</c>).</summary>
    /// <param name="resubscription">The person.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<ResubscribeResult> ResubscribeWithNoChallengeAsync(ContactResubscription resubscription, CancellationToken cancellationToken = default);

    /// <summary>Brings a person back into an address book, who may be asked to confirm. Only ever at that person's own request (<c>POST /v2/address-books/{addressBookId}/contacts/resubscribe</c>).</summary>
    /// <param name="addressBookId">The address book.</param>
    /// <param name="resubscription">The person.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<ResubscribeResult> ResubscribeToAddressBookAsync(int addressBookId, ContactResubscription resubscription, CancellationToken cancellationToken = default);

    /// <summary>Brings a person back into an address book at once. Only ever at that person's own request (<c>POST /v2/address-books/{addressBookId}/contacts/resubscribe-with-no-challenge</c>).</summary>
    /// <param name="addressBookId">The address book.</param>
    /// <param name="resubscription">The person.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<ResubscribeResult> ResubscribeToAddressBookWithNoChallengeAsync(int addressBookId, ContactResubscription resubscription, CancellationToken cancellationToken = default);

    /// <summary>Takes a contact out of an address book; safe to repeat (<c>DELETE /v2/address-books/{addressBookId}/contacts/{contactId}</c>).</summary>
    /// <param name="addressBookId">The address book.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task RemoveFromAddressBookAsync(int addressBookId, long contactId, CancellationToken cancellationToken = default);

    /// <summary>Takes contacts out of an address book, as a job (<c>POST /v2/address-books/{addressBookId}/contacts/delete</c>).</summary>
    /// <param name="addressBookId">The address book.</param>
    /// <param name="contactIds">The contacts.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The job, to be followed with <see cref="GetDeletionAsync"/>.</returns>
    Task<ContactDeletion> RemoveFromAddressBookAsync(int addressBookId, IReadOnlyCollection<long> contactIds, CancellationToken cancellationToken = default);

    /// <summary>How far a bulk deletion is (<c>GET /v2/contacts/deletion/{deletionRequestId}</c>).</summary>
    /// <param name="id">The job.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<ContactDeletion> GetDeletionAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Deletes a contact from the account (<c>DELETE /v2/contacts/{id}</c>).</summary>
    /// <param name="id">The contact.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task DeleteAsync(long id, CancellationToken cancellationToken = default);
}
