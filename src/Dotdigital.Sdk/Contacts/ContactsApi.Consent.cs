using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Preferences;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Contacts;

internal sealed partial class ContactsApi
{
    private static readonly ApiOperation GetWithConsentById = ApiOperation.Get("Contacts.GetWithConsentById", "/v2/contacts/{id}/with-consent");
    private static readonly ApiOperation GetWithConsentByEmail = ApiOperation.Get("Contacts.GetWithConsentByEmail", "/v2/contacts/{email}/with-consent");
    private static readonly ApiOperation CreateWithConsent = ApiOperation.Once("Contacts.CreateWithConsent", HttpMethod.Post, "/v2/contacts/with-consent");
    private static readonly ApiOperation CreateWithConsentAndPreferences =
        ApiOperation.Once("Contacts.CreateWithConsentAndPreferences", HttpMethod.Post, "/v2/contacts/with-consent-and-preferences");
    private static readonly ApiOperation UpdateWithConsent = ApiOperation.Once("Contacts.UpdateWithConsent", HttpMethod.Put, "/v2/contacts/{id}/with-consent");
    private static readonly ApiOperation UpdateWithConsentAndPreferences =
        ApiOperation.Once("Contacts.UpdateWithConsentAndPreferences", HttpMethod.Put, "/v2/contacts/{id}/with-consent-and-preferences");

    public Task<ContactWithConsent> GetWithConsentAsync(ContactKey contact, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync((contact.IsEmail ? GetWithConsentByEmail : GetWithConsentById).With(contact.Segment), SdkJson.Default.ContactWithConsent, cancellationToken);

    public Task<ContactWithConsent> CreateWithConsentAsync(ContactDetails contact, IReadOnlyList<ConsentFields> consent, IReadOnlyList<PreferenceChoice>? preferences = null, CancellationToken cancellationToken = default) =>
        SendConsentAsync((preferences is null ? CreateWithConsent : CreateWithConsentAndPreferences).With(), contact, consent, preferences, cancellationToken);

    public Task<ContactWithConsent> UpdateWithConsentAsync(long id, ContactDetails contact, IReadOnlyList<ConsentFields> consent, IReadOnlyList<PreferenceChoice>? preferences = null, CancellationToken cancellationToken = default) =>
        SendConsentAsync((preferences is null ? UpdateWithConsent : UpdateWithConsentAndPreferences).With(id), contact, consent, preferences, cancellationToken);

    private Task<ContactWithConsent> SendConsentAsync(
        ApiCall call, ContactDetails contact, IReadOnlyList<ConsentFields> consent, IReadOnlyList<PreferenceChoice>? preferences, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(consent);
        Check.Email(contact.Email, nameof(contact));
        var body = RequestBody.FromJson(new() { Contact = contact, ConsentFields = consent, Preferences = preferences }, SdkJson.Default.ContactWithConsentBody);
        return pipeline.ReadAsync(call with { Content = body }, SdkJson.Default.ContactWithConsent, cancellationToken);
    }
}
