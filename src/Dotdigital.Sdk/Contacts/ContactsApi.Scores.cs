using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Paging;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Contacts;

internal sealed partial class ContactsApi
{
    private static readonly ApiOperation GetScores = ApiOperation.Get("Contacts.GetScores", "/v2/contacts/score");
    private static readonly ApiOperation GetScoresInAddressBook = ApiOperation.Get("Contacts.GetScoresInAddressBook", "/v2/address-books/{addressBookId}/contacts/score");
    private static readonly ApiOperation GetScoresModifiedSince = ApiOperation.Get("Contacts.GetScoresModifiedSince", "/v2/contacts/score/modified-since/{date}");
    private static readonly ApiOperation GetScoreById = ApiOperation.Get("Contacts.GetScoreById", "/v2/contacts/{id}/score");
    private static readonly ApiOperation GetScoreByEmail = ApiOperation.Get("Contacts.GetScoreByEmail", "/v2/contacts/{email}/score");

    public IAsyncEnumerable<ContactScore> GetScoresAsync(CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetScoresPageAsync(skip, cancellationToken: token), cancellationToken);

    public Task<Page<ContactScore>> GetScoresPageAsync(int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetScores.With(), skip, take, SdkJson.Default.ListContactScore, cancellationToken);

    public IAsyncEnumerable<ContactScore> GetScoresInAddressBookAsync(int addressBookId, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetScoresInAddressBookPageAsync(addressBookId, skip, cancellationToken: token), cancellationToken);

    public Task<Page<ContactScore>> GetScoresInAddressBookPageAsync(int addressBookId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetScoresInAddressBook.With(addressBookId), skip, take, SdkJson.Default.ListContactScore, cancellationToken);

    public IAsyncEnumerable<ContactScore> GetScoresModifiedSinceAsync(DateTimeOffset since, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetScoresModifiedSincePageAsync(since, skip, cancellationToken: token), cancellationToken);

    public Task<Page<ContactScore>> GetScoresModifiedSincePageAsync(DateTimeOffset since, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetScoresModifiedSince.With(since), skip, take, SdkJson.Default.ListContactScore, cancellationToken);

    public Task<ContactScore> GetScoreAsync(ContactKey contact, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync((contact.IsEmail ? GetScoreByEmail : GetScoreById).With(contact.Segment), SdkJson.Default.ContactScore, cancellationToken);
}
