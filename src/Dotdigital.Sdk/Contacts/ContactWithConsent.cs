using System.Text.Json.Serialization;
using Dotdigital.Sdk.Preferences;

namespace Dotdigital.Sdk.Contacts;

/// <summary>A contact with its records of consent (<c>ApiContactWithConsentAndPreferences</c>).</summary>
public sealed record ContactWithConsent
{
    /// <summary>The contact.</summary>
    public Contact? Contact { get; init; }

    /// <summary>Its records of consent.</summary>
    [JsonPropertyName("consentFields")]
    public IReadOnlyList<ConsentFields> Consent { get; init => field = value ?? []; } = [];

    /// <summary>Its preferences; <see langword="null"/> unless they were sent with it.</summary>
    public IReadOnlyList<Preference>? Preferences { get; init; }
}
