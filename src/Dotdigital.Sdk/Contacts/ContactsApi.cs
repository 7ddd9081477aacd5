using Dotdigital.Sdk.AddressBooks;
using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Paging;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Contacts;

internal sealed partial class ContactsApi(RequestPipeline pipeline) : IContactsApi
{
    private static readonly ApiOperation GetUnsubscribedSince = ApiOperation.Get("Contacts.GetUnsubscribedSince", "/v2/contacts/unsubscribed-since/{date}");
    private static readonly ApiOperation GetSuppressedSince = ApiOperation.Get("Contacts.GetSuppressedSince", "/v2/contacts/suppressed-since/{date}");
    private static readonly ApiOperation GetUnsubscribedFromAddressBookSince = ApiOperation.Get("Contacts.GetUnsubscribedFromAddressBookSince", "/v2/address-books/{addressBookId}/contacts/unsubscribed-since/{date}");
    private static readonly ApiOperation GetModifiedSince = ApiOperation.Get("Contacts.GetModifiedSince", "/v2/contacts/modified-since/{date}");
    private static readonly ApiOperation GetModifiedInAddressBookSince = ApiOperation.Get("Contacts.GetModifiedInAddressBookSince", "/v2/address-books/{addressBookId}/contacts/modified-since/{date}");
    private static readonly ApiOperation GetInAddressBook = ApiOperation.Get("Contacts.GetInAddressBook", "/v2/address-books/{addressBookId}/contacts");
    private static readonly ApiOperation GetAddressBooks = ApiOperation.Get("Contacts.GetAddressBooks", "/v2/contacts/{contactId}/address-books");
    private static readonly ApiOperation Unsubscribe = ApiOperation.Repeatable("Contacts.Unsubscribe", HttpMethod.Post, "/v2/contacts/unsubscribe");
    private static readonly ApiOperation UnsubscribeFromAddressBook =
        ApiOperation.Repeatable("Contacts.UnsubscribeFromAddressBook", HttpMethod.Post, "/v2/address-books/{addressBookId}/contacts/unsubscribe");
    private static readonly ApiOperation RemoveOne =
        ApiOperation.Delete("Contacts.RemoveFromAddressBook", "/v2/address-books/{addressBookId}/contacts/{contactId}");
    private static readonly ApiOperation RemoveMany =
        ApiOperation.Once("Contacts.RemoveManyFromAddressBook", HttpMethod.Post, "/v2/address-books/{addressBookId}/contacts/delete");
    private static readonly ApiOperation GetDeletion = ApiOperation.Get("Contacts.GetDeletion", "/v2/contacts/deletion/{deletionRequestId}");
    private static readonly ApiOperation Delete = ApiOperation.Delete("Contacts.Delete", "/v2/contacts/{id}");
    private static readonly ApiOperation Resubscribe = ApiOperation.Once("Contacts.Resubscribe", HttpMethod.Post, "/v2/contacts/resubscribe");
    private static readonly ApiOperation ResubscribeWithNoChallenge = ApiOperation.Once("Contacts.ResubscribeWithNoChallenge", HttpMethod.Post, "/v2/contacts/resubscribe-with-no-challenge");
    private static readonly ApiOperation ResubscribeToAddressBook = ApiOperation.Once("Contacts.ResubscribeToAddressBook", HttpMethod.Post, "/v2/address-books/{addressBookId}/contacts/resubscribe");
    private static readonly ApiOperation ResubscribeToAddressBookWithNoChallenge = ApiOperation.Once("Contacts.ResubscribeToAddressBookWithNoChallenge", HttpMethod.Post, "/v2/address-books/{addressBookId}/contacts/resubscribe-with-no-challenge");

    public IAsyncEnumerable<ContactSuppression> GetUnsubscribedSinceAsync(DateTimeOffset since, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetUnsubscribedSincePageAsync(since, skip, cancellationToken: token), cancellationToken);

    public Task<Page<ContactSuppression>> GetUnsubscribedSincePageAsync(DateTimeOffset since, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetUnsubscribedSince.With(since), skip, take, SdkJson.Default.ListContactSuppression, cancellationToken);

    public IAsyncEnumerable<ContactSuppression> GetSuppressedSinceAsync(DateTimeOffset since, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetSuppressedSincePageAsync(since, skip, cancellationToken: token), cancellationToken);

    public Task<Page<ContactSuppression>> GetSuppressedSincePageAsync(DateTimeOffset since, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetSuppressedSince.With(since), skip, take, SdkJson.Default.ListContactSuppression, cancellationToken);

    public IAsyncEnumerable<ContactSuppression> GetUnsubscribedFromAddressBookSinceAsync(int addressBookId, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetUnsubscribedFromAddressBookSincePageAsync(addressBookId, since, skip, cancellationToken: token), cancellationToken);

    public Task<Page<ContactSuppression>> GetUnsubscribedFromAddressBookSincePageAsync(int addressBookId, DateTimeOffset since, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetUnsubscribedFromAddressBookSince.With(addressBookId, since), skip, take, SdkJson.Default.ListContactSuppression, cancellationToken);

    public IAsyncEnumerable<Contact> GetModifiedSinceAsync(DateTimeOffset since, bool withFullData, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetModifiedSincePageAsync(since, withFullData, skip, cancellationToken: token), cancellationToken);

    public Task<Page<Contact>> GetModifiedSincePageAsync(DateTimeOffset since, bool withFullData, int skip = 0, int take = 2000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetModifiedSince.With(since).Query("withFullData", withFullData), skip, take, SdkJson.Default.ListContact, cancellationToken);

    public IAsyncEnumerable<Contact> GetModifiedInAddressBookSinceAsync(int addressBookId, DateTimeOffset since, bool withFullData, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetModifiedInAddressBookSincePageAsync(addressBookId, since, withFullData, skip, cancellationToken: token), cancellationToken);

    public Task<Page<Contact>> GetModifiedInAddressBookSincePageAsync(int addressBookId, DateTimeOffset since, bool withFullData, int skip = 0, int take = 2000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetModifiedInAddressBookSince.With(addressBookId, since).Query("withFullData", withFullData), skip, take, SdkJson.Default.ListContact, cancellationToken);

    public IAsyncEnumerable<Contact> GetInAddressBookAsync(int addressBookId, bool withFullData, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetInAddressBookPageAsync(addressBookId, withFullData, skip, cancellationToken: token), cancellationToken);

    public Task<Page<Contact>> GetInAddressBookPageAsync(int addressBookId, bool withFullData, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetInAddressBook.With(addressBookId).Query("withFullData", withFullData), skip, take, SdkJson.Default.ListContact, cancellationToken);

    public IAsyncEnumerable<AddressBook> GetAddressBooksAsync(long contactId, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetAddressBooksPageAsync(contactId, skip, cancellationToken: token), cancellationToken);

    public Task<Page<AddressBook>> GetAddressBooksPageAsync(long contactId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetAddressBooks.With(contactId), skip, take, SdkJson.Default.ListAddressBook, cancellationToken);

    public Task<ContactSuppression> UnsubscribeAsync(string email, CancellationToken cancellationToken = default) =>
        SendUnsubscribeAsync(Unsubscribe.With(), email, cancellationToken);

    public Task<ContactSuppression> UnsubscribeFromAddressBookAsync(int addressBookId, string email, CancellationToken cancellationToken = default) =>
        SendUnsubscribeAsync(UnsubscribeFromAddressBook.With(addressBookId), email, cancellationToken);

    public Task<ResubscribeResult> ResubscribeAsync(ContactResubscription resubscription, CancellationToken cancellationToken = default) =>
        SendResubscriptionAsync(Resubscribe.With(), resubscription, cancellationToken);

    public Task<ResubscribeResult> ResubscribeWithNoChallengeAsync(ContactResubscription resubscription, CancellationToken cancellationToken = default) =>
        SendResubscriptionAsync(ResubscribeWithNoChallenge.With(), resubscription, cancellationToken);

    public Task<ResubscribeResult> ResubscribeToAddressBookAsync(int addressBookId, ContactResubscription resubscription, CancellationToken cancellationToken = default) =>
        SendResubscriptionAsync(ResubscribeToAddressBook.With(addressBookId), resubscription, cancellationToken);

    public Task<ResubscribeResult> ResubscribeToAddressBookWithNoChallengeAsync(int addressBookId, ContactResubscription resubscription, CancellationToken cancellationToken = default) =>
        SendResubscriptionAsync(ResubscribeToAddressBookWithNoChallenge.With(addressBookId), resubscription, cancellationToken);

    public Task RemoveFromAddressBookAsync(int addressBookId, long contactId, CancellationToken cancellationToken = default) =>
        pipeline.SendAsync(RemoveOne.With(addressBookId, contactId), cancellationToken);

    public Task<ContactDeletion> RemoveFromAddressBookAsync(int addressBookId, IReadOnlyCollection<long> contactIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contactIds);
        var body = RequestBody.FromJson(contactIds, SdkJson.Default.IReadOnlyCollectionInt64);
        return pipeline.ReadAsync(RemoveMany.With(addressBookId) with { Content = body }, SdkJson.Default.ContactDeletion, cancellationToken);
    }

    public Task<ContactDeletion> GetDeletionAsync(Guid id, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(GetDeletion.With(id), SdkJson.Default.ContactDeletion, cancellationToken);

    public Task DeleteAsync(long id, CancellationToken cancellationToken = default) => pipeline.SendAsync(Delete.With(id), cancellationToken);

    private Task<ContactSuppression> SendUnsubscribeAsync(ApiCall call, string email, CancellationToken cancellationToken)
    {
        Check.Email(email);
        var body = RequestBody.FromJson(new() { Email = email }, SdkJson.Default.ContactBody);
        return pipeline.ReadAsync(call with { Content = body }, SdkJson.Default.ContactSuppression, cancellationToken);
    }

    private Task<ResubscribeResult> SendResubscriptionAsync(ApiCall call, ContactResubscription resubscription, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resubscription);
        var body = RequestBody.FromJson(ResubscriptionBody.From(resubscription), SdkJson.Default.ResubscriptionBody);
        return pipeline.ReadAsync(call with { Content = body }, SdkJson.Default.ResubscribeResult, cancellationToken);
    }
}
