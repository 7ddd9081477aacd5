using Dotdigital.Sdk.Preferences;

namespace Dotdigital.Sdk.Contacts;

/// <summary>The body of a contact with consent (<c>ApiContactWithConsentAndPreferences</c>).</summary>
internal sealed record ContactWithConsentBody
{
    /// <summary>The contact.</summary>
    public ContactDetails? Contact { get; init; }

    /// <summary>The consent to record.</summary>
    public IReadOnlyList<ConsentFields>? ConsentFields { get; init; }

    /// <summary>The preferences to set.</summary>
    public IReadOnlyList<PreferenceChoice>? Preferences { get; init; }
}
