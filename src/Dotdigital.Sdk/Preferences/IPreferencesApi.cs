using System.Text.Json;
using Dotdigital.Sdk.Contacts;

namespace Dotdigital.Sdk.Preferences;

/// <summary>Marketing preferences, and contacts' choices about them. v2.</summary>
public interface IPreferencesApi
{
    /// <summary>All categories with their preferences, as a tree (<c>GET /v2/preferences</c>).</summary>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<IReadOnlyList<Preference>> GetAllAsync(CancellationToken cancellationToken = default);

    /// <summary>The preferences changed since an instant (<c>GET /v2/preferences/modified-since/{sinceDate}</c>).</summary>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<IReadOnlyList<Preference>> GetModifiedSinceAsync(DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>Creates a preference or a category (<c>POST /v2/preferences</c>). Not repeated after a lost answer.</summary>
    /// <param name="content">What it is.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The preference; <see langword="null"/> when the API answered without one.</returns>
    Task<Preference?> CreateAsync(PreferenceContent content, CancellationToken cancellationToken = default);

    /// <summary>Replaces a preference or category; safe to repeat (<c>PUT /v2/preferences/{id}</c>).</summary>
    /// <param name="id">The preference.</param>
    /// <param name="content">What it is to be: what is left out is cleared.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<Preference> UpdateAsync(int id, PreferenceContent content, CancellationToken cancellationToken = default);

    /// <summary>Deletes a preference (<c>DELETE /v2/preferences/{id}</c>).</summary>
    /// <param name="id">The preference.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task DeleteAsync(int id, CancellationToken cancellationToken = default);

    /// <summary>A contact's preferences, as a tree (<c>GET /v2/contacts/{contactID}/preferences</c>, or by email).</summary>
    /// <param name="contact">The contact, by id or by email.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<IReadOnlyList<Preference>> GetForContactAsync(ContactKey contact, CancellationToken cancellationToken = default);

    /// <summary>Sets a contact's choices; safe to repeat (<c>PUT /v2/contacts/{contactId}/preferences</c>, or by email).</summary>
    /// <param name="contact">The contact, by id or by email.</param>
    /// <param name="choices">The choices; at least one.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task SetForContactAsync(ContactKey contact, IReadOnlyList<PreferenceChoice> choices, CancellationToken cancellationToken = default);

    /// <summary>A contact's subscriptions, as the JSON that came: what it holds is not published (<c>GET /v2/contacts/{contactEmail}/subscriptions</c>).</summary>
    /// <param name="email">The email address.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<JsonElement> GetSubscriptionsAsync(string email, CancellationToken cancellationToken = default);

    /// <summary>Contacts who opted in to a preference, by ascending id, page by page (<c>GET /v2/contacts/with-preference/{preferenceId}</c>).</summary>
    /// <param name="preferenceId">The preference.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<ContactReference> GetContactsAsync(int preferenceId, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetContactsAsync"/>, as long as the API likes.</summary>
    /// <param name="preferenceId">The preference.</param>
    /// <param name="minContactId">Where to go on: the largest contact id read, whose row may come again; <see langword="null"/> for the first page.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<IReadOnlyList<ContactReference>> GetContactsPageAsync(int preferenceId, long? minContactId = null, CancellationToken cancellationToken = default);

    /// <summary>Contacts of an address book who opted in to a preference, by ascending id, page by page (<c>GET /v2/address-books/{bookId}/contacts/with-preference/{preferenceId}</c>).</summary>
    /// <param name="addressBookId">The address book.</param>
    /// <param name="preferenceId">The preference.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<ContactReference> GetContactsInAddressBookAsync(int addressBookId, int preferenceId, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetContactsInAddressBookAsync"/>, as long as the API likes.</summary>
    /// <param name="addressBookId">The address book.</param>
    /// <param name="preferenceId">The preference.</param>
    /// <param name="minContactId">Where to go on: the largest contact id read, whose row may come again; <see langword="null"/> for the first page.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<IReadOnlyList<ContactReference>> GetContactsInAddressBookPageAsync(int addressBookId, int preferenceId, long? minContactId = null, CancellationToken cancellationToken = default);

    /// <summary>Choices about a preference that changed since an instant, by ascending contact id, page by page (<c>GET /v2/contacts/with-preference/{preferenceId}/opt-ins-since/{sinceDate}</c>).</summary>
    /// <param name="preferenceId">The preference.</param>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<ContactPreferenceOptIns> GetOptInsSinceAsync(int preferenceId, DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetOptInsSinceAsync"/>, as long as the API likes.</summary>
    /// <param name="preferenceId">The preference.</param>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="minContactId">Where to go on: the largest contact id read, whose row may come again; <see langword="null"/> for the first page.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<IReadOnlyList<ContactPreferenceOptIns>> GetOptInsSincePageAsync(int preferenceId, DateTimeOffset since, long? minContactId = null, CancellationToken cancellationToken = default);

    /// <summary>Choices about a preference that changed since an instant in an address book, by ascending contact id, page by page (<c>GET /v2/address-books/{bookId}/contacts/with-preference/{preferenceId}/opt-ins-since/{sinceDate}</c>).</summary>
    /// <param name="addressBookId">The address book.</param>
    /// <param name="preferenceId">The preference.</param>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<ContactPreferenceOptIns> GetOptInsInAddressBookSinceAsync(int addressBookId, int preferenceId, DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetOptInsInAddressBookSinceAsync"/>, as long as the API likes.</summary>
    /// <param name="addressBookId">The address book.</param>
    /// <param name="preferenceId">The preference.</param>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="minContactId">Where to go on: the largest contact id read, whose row may come again; <see langword="null"/> for the first page.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<IReadOnlyList<ContactPreferenceOptIns>> GetOptInsInAddressBookSincePageAsync(int addressBookId, int preferenceId, DateTimeOffset since, long? minContactId = null, CancellationToken cancellationToken = default);
}
