using System.Text.Json.Serialization;
using Dotdigital.Sdk.Contacts;

namespace Dotdigital.Sdk.Preferences;

/// <summary>A contact with its choices about preferences (<c>ApiContactWithPreferenceOptIn</c>).</summary>
public sealed record ContactPreferenceOptIns
{
    /// <summary>The contact.</summary>
    public Contact? Contact { get; init; }

    /// <summary>Its choices.</summary>
    [JsonPropertyName("marketingPreferenceOptIns")]
    public IReadOnlyList<PreferenceOptIn> OptIns { get; init => field = value ?? []; } = [];
}
