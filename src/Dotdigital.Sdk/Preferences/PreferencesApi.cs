using System.Text.Json;
using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Paging;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Preferences;

internal sealed class PreferencesApi(RequestPipeline pipeline) : IPreferencesApi
{
    private static readonly ApiOperation GetAll = ApiOperation.Get("Preferences.GetAll", "/v2/preferences");
    private static readonly ApiOperation GetModifiedSince = ApiOperation.Get("Preferences.GetModifiedSince", "/v2/preferences/modified-since/{sinceDate}");
    private static readonly ApiOperation Create = ApiOperation.Once("Preferences.Create", HttpMethod.Post, "/v2/preferences");
    private static readonly ApiOperation Update = ApiOperation.Repeatable("Preferences.Update", HttpMethod.Put, "/v2/preferences/{id}");
    private static readonly ApiOperation Delete = ApiOperation.Delete("Preferences.Delete", "/v2/preferences/{id}");
    private static readonly ApiOperation GetForContactById = ApiOperation.Get("Preferences.GetForContactById", "/v2/contacts/{contactID}/preferences");
    private static readonly ApiOperation GetForContactByEmail = ApiOperation.Get("Preferences.GetForContactByEmail", "/v2/contacts/{contactEmail}/preferences");
    private static readonly ApiOperation SetForContactById = ApiOperation.Repeatable("Preferences.SetForContactById", HttpMethod.Put, "/v2/contacts/{contactId}/preferences");
    private static readonly ApiOperation SetForContactByEmail =
        ApiOperation.Repeatable("Preferences.SetForContactByEmail", HttpMethod.Put, "/v2/contacts/{contactEmail}/preferences");
    private static readonly ApiOperation GetSubscriptions = ApiOperation.Get("Preferences.GetSubscriptions", "/v2/contacts/{contactEmail}/subscriptions");
    private static readonly ApiOperation GetContacts = ApiOperation.Get("Preferences.GetContacts", "/v2/contacts/with-preference/{preferenceId}");
    private static readonly ApiOperation GetContactsInAddressBook =
        ApiOperation.Get("Preferences.GetContactsInAddressBook", "/v2/address-books/{bookId}/contacts/with-preference/{preferenceId}");
    private static readonly ApiOperation GetOptInsSince = ApiOperation.Get("Preferences.GetOptInsSince", "/v2/contacts/with-preference/{preferenceId}/opt-ins-since/{sinceDate}");
    private static readonly ApiOperation GetOptInsInAddressBookSince =
        ApiOperation.Get("Preferences.GetOptInsInAddressBookSince", "/v2/address-books/{bookId}/contacts/with-preference/{preferenceId}/opt-ins-since/{sinceDate}");

    public async Task<IReadOnlyList<Preference>> GetAllAsync(CancellationToken cancellationToken = default) =>
        await pipeline.ReadAsync(GetAll.With(), SdkJson.Default.ListPreference, cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<Preference>> GetModifiedSinceAsync(DateTimeOffset since, CancellationToken cancellationToken = default) =>
        await pipeline.ReadAsync(GetModifiedSince.With(since), SdkJson.Default.ListPreference, cancellationToken).ConfigureAwait(false);

    public Task<Preference?> CreateAsync(PreferenceContent content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        return pipeline.ReadOrDefaultAsync(Create.With() with { Content = RequestBody.FromJson(content, SdkJson.Default.PreferenceContent) }, SdkJson.Default.Preference, cancellationToken);
    }

    public Task<Preference> UpdateAsync(int id, PreferenceContent content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        return pipeline.ReadAsync(Update.With(id) with { Content = RequestBody.FromJson(content, SdkJson.Default.PreferenceContent) }, SdkJson.Default.Preference, cancellationToken);
    }

    public Task DeleteAsync(int id, CancellationToken cancellationToken = default) =>
        pipeline.SendAsync(Delete.With(id), cancellationToken);

    public async Task<IReadOnlyList<Preference>> GetForContactAsync(ContactKey contact, CancellationToken cancellationToken = default) =>
        await pipeline.ReadAsync((contact.IsEmail ? GetForContactByEmail : GetForContactById).With(contact.Segment), SdkJson.Default.ListPreference, cancellationToken).ConfigureAwait(false);

    public Task SetForContactAsync(ContactKey contact, IReadOnlyList<PreferenceChoice> choices, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(choices);
        Check.Count(choices.Count, 1, int.MaxValue, nameof(choices));
        return pipeline.SendAsync((contact.IsEmail ? SetForContactByEmail : SetForContactById).With(contact.Segment) with { Content = RequestBody.FromJson(choices, SdkJson.Default.IReadOnlyListPreferenceChoice) }, cancellationToken);
    }

    public Task<JsonElement> GetSubscriptionsAsync(string email, CancellationToken cancellationToken = default)
    {
        Check.Email(email);
        return pipeline.ReadAsync(GetSubscriptions.With(email), SdkJson.Default.JsonElement, cancellationToken);
    }

    public IAsyncEnumerable<ContactReference> GetContactsAsync(int preferenceId, CancellationToken cancellationToken = default) =>
        PagedList.ReadByIdAsync((minContactId, token) => GetContactsPageAsync(preferenceId, minContactId, token), static c => c.Id, cancellationToken);

    public async Task<IReadOnlyList<ContactReference>> GetContactsPageAsync(int preferenceId, long? minContactId = null, CancellationToken cancellationToken = default) =>
        await pipeline.ReadAsync(From(GetContacts.With(preferenceId), minContactId), SdkJson.Default.ListContactReference, cancellationToken).ConfigureAwait(false);

    public IAsyncEnumerable<ContactReference> GetContactsInAddressBookAsync(int addressBookId, int preferenceId, CancellationToken cancellationToken = default) =>
        PagedList.ReadByIdAsync((minContactId, token) => GetContactsInAddressBookPageAsync(addressBookId, preferenceId, minContactId, token), static c => c.Id, cancellationToken);

    public async Task<IReadOnlyList<ContactReference>> GetContactsInAddressBookPageAsync(int addressBookId, int preferenceId, long? minContactId = null, CancellationToken cancellationToken = default) =>
        await pipeline.ReadAsync(From(GetContactsInAddressBook.With(addressBookId, preferenceId), minContactId), SdkJson.Default.ListContactReference, cancellationToken).ConfigureAwait(false);

    public IAsyncEnumerable<ContactPreferenceOptIns> GetOptInsSinceAsync(int preferenceId, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        PagedList.ReadByIdAsync((minContactId, token) => GetOptInsSincePageAsync(preferenceId, since, minContactId, token), static c => c.Contact?.Id, cancellationToken);

    public async Task<IReadOnlyList<ContactPreferenceOptIns>> GetOptInsSincePageAsync(int preferenceId, DateTimeOffset since, long? minContactId = null, CancellationToken cancellationToken = default) =>
        await pipeline.ReadAsync(From(GetOptInsSince.With(preferenceId, since), minContactId), SdkJson.Default.ListContactPreferenceOptIns, cancellationToken).ConfigureAwait(false);

    public IAsyncEnumerable<ContactPreferenceOptIns> GetOptInsInAddressBookSinceAsync(int addressBookId, int preferenceId, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        PagedList.ReadByIdAsync((minContactId, token) => GetOptInsInAddressBookSincePageAsync(addressBookId, preferenceId, since, minContactId, token), static c => c.Contact?.Id, cancellationToken);

    public async Task<IReadOnlyList<ContactPreferenceOptIns>> GetOptInsInAddressBookSincePageAsync(int addressBookId, int preferenceId, DateTimeOffset since, long? minContactId = null, CancellationToken cancellationToken = default) =>
        await pipeline.ReadAsync(From(GetOptInsInAddressBookSince.With(addressBookId, preferenceId, since), minContactId), SdkJson.Default.ListContactPreferenceOptIns, cancellationToken).ConfigureAwait(false);

    private static ApiCall From(ApiCall call, long? minContactId) => minContactId is { } id ? call.Query("minContactId", id) : call;
}
