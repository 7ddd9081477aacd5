using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Paging;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Contacts;

internal sealed partial class ContactsApi
{
    private static readonly ApiOperation GetAll = ApiOperation.Get("Contacts.GetAll", "/v2/contacts");
    private static readonly ApiOperation GetCreatedSince = ApiOperation.Get("Contacts.GetCreatedSince", "/v2/contacts/created-since/{date}");
    private static readonly ApiOperation Count = ApiOperation.Get("Contacts.Count", "/v2/contacts/count");
    private static readonly ApiOperation GetById = ApiOperation.Get("Contacts.GetById", "/v2/contacts/{id}");
    private static readonly ApiOperation GetByEmail = ApiOperation.Get("Contacts.GetByEmail", "/v2/contacts/{email}");
    private static readonly ApiOperation GetMany = ApiOperation.Get("Contacts.GetMany", "/v2/contacts/retrieve-collection");
    private static readonly ApiOperation Create = ApiOperation.Once("Contacts.Create", HttpMethod.Post, "/v2/contacts");
    private static readonly ApiOperation Update = ApiOperation.Repeatable("Contacts.Update", HttpMethod.Put, "/v2/contacts/{id}");
    private static readonly ApiOperation AddToAddressBook = ApiOperation.Repeatable("Contacts.AddToAddressBook", HttpMethod.Post, "/v2/address-books/{addressBookId}/contacts");
    private static readonly ApiOperation RemoveAllFromAddressBook =
        ApiOperation.Once("Contacts.RemoveAllFromAddressBook", HttpMethod.Post, "/v2/address-books/{addressBookId}/contacts/delete-all");
    private static readonly ApiOperation EmptyAddressBook = ApiOperation.Delete("Contacts.EmptyAddressBook", "/v2/address-books/{addressBookId}/contacts");
    private static readonly ApiOperation Suppress = ApiOperation.Repeatable("Contacts.Suppress", HttpMethod.Put, "/v2/contacts/suppress-contacts");

    public IAsyncEnumerable<Contact> GetAllAsync(bool withFullData, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetPageAsync(withFullData, skip, cancellationToken: token), cancellationToken);

    public Task<Page<Contact>> GetPageAsync(bool withFullData, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetAll.With().Query("withFullData", withFullData), skip, take, SdkJson.Default.ListContact, cancellationToken);

    public IAsyncEnumerable<Contact> GetCreatedSinceAsync(DateTimeOffset since, bool withFullData, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetCreatedSincePageAsync(since, withFullData, skip, cancellationToken: token), cancellationToken);

    public Task<Page<Contact>> GetCreatedSincePageAsync(DateTimeOffset since, bool withFullData, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetCreatedSince.With(since).Query("withFullData", withFullData), skip, take, SdkJson.Default.ListContact, cancellationToken);

    public Task<int> CountAsync(CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(Count.With(), SdkJson.Default.Int32, cancellationToken);

    public Task<Contact> GetAsync(ContactKey contact, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync((contact.IsEmail ? GetByEmail : GetById).With(contact.Segment), SdkJson.Default.Contact, cancellationToken);

    public Task<ContactBatch> GetManyAsync(IReadOnlyCollection<ContactKey> contacts, bool withFullData, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        Check.Count(contacts.Count, 1, 5000, nameof(contacts));
        return pipeline.ReadAsync(GetMany.With() with { Content = RequestBody.FromJson(ContactBatchBody.From(contacts, withFullData), SdkJson.Default.ContactBatchBody) }, SdkJson.Default.ContactBatch, cancellationToken);
    }

    public Task<Contact> CreateAsync(ContactDetails contact, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contact);
        Check.Email(contact.Email, nameof(contact));
        return pipeline.ReadAsync(Create.With() with { Content = RequestBody.FromJson(contact, SdkJson.Default.ContactDetails) }, SdkJson.Default.Contact, cancellationToken);
    }

    public Task<Contact> UpdateAsync(long id, ContactDetails contact, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contact);
        Check.Email(contact.Email, nameof(contact));
        return pipeline.ReadAsync(Update.With(id) with { Content = RequestBody.FromJson(contact, SdkJson.Default.ContactDetails) }, SdkJson.Default.Contact, cancellationToken);
    }

    public Task<Contact> AddToAddressBookAsync(int addressBookId, ContactDetails contact, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contact);
        Check.Email(contact.Email, nameof(contact));
        return pipeline.ReadAsync(AddToAddressBook.With(addressBookId) with { Content = RequestBody.FromJson(contact, SdkJson.Default.ContactDetails) }, SdkJson.Default.Contact, cancellationToken);
    }

    public Task<ContactDeletion> RemoveAllFromAddressBookAsync(int addressBookId, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(RemoveAllFromAddressBook.With(addressBookId), SdkJson.Default.ContactDeletion, cancellationToken);

    public Task EmptyAddressBookAsync(int addressBookId, CancellationToken cancellationToken = default) =>
        pipeline.SendAsync(EmptyAddressBook.With(addressBookId), cancellationToken);

    public Task<ContactSuppressions> SuppressAsync(IReadOnlyCollection<ContactKey> contacts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        Check.Count(contacts.Count, 1, 5000, nameof(contacts));
        return pipeline.ReadAsync(Suppress.With() with { Content = RequestBody.FromJson([.. contacts.Select(ContactReference.From)], SdkJson.Default.ListContactReference) }, SdkJson.Default.ContactSuppressions, cancellationToken);
    }
}
