using Dotdigital.Sdk.Preferences;

namespace Dotdigital.Sdk.Contacts;

public partial interface IContactsApi
{
    /// <summary>One contact with its records of consent (<c>GET /v2/contacts/{id}/with-consent</c>, or by email).</summary>
    /// <param name="contact">The contact, by id or by email.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<ContactWithConsent> GetWithConsentAsync(ContactKey contact, CancellationToken cancellationToken = default);

    /// <summary>Creates a contact and records its consent (<c>POST /v2/contacts/with-consent</c>, or <c>with-consent-and-preferences</c>). Not repeated after a lost answer: consent would be recorded twice.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="consent">The consent to record.</param>
    /// <param name="preferences">Preferences to set with it; another route takes them.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<ContactWithConsent> CreateWithConsentAsync(ContactDetails contact, IReadOnlyList<ConsentFields> consent, IReadOnlyList<PreferenceChoice>? preferences = null, CancellationToken cancellationToken = default);

    /// <summary>Updates a contact by what is set and records its consent (<c>PUT /v2/contacts/{id}/with-consent</c>, or <c>with-consent-and-preferences</c>). Not repeated after a lost answer: consent would be recorded twice.</summary>
    /// <param name="id">The contact.</param>
    /// <param name="contact">The contact.</param>
    /// <param name="consent">The consent to record.</param>
    /// <param name="preferences">Preferences to set with it; another route takes them.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<ContactWithConsent> UpdateWithConsentAsync(long id, ContactDetails contact, IReadOnlyList<ConsentFields> consent, IReadOnlyList<PreferenceChoice>? preferences = null, CancellationToken cancellationToken = default);
}
