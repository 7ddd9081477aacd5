using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.InsightData;

/// <summary>Whose record it was to be (<c>collectionOwner</c>).</summary>
public sealed record InsightRecordOwner
{
    /// <summary>The account's or a contact's.</summary>
    [JsonPropertyName("ownerType")]
    public InsightCollectionScope Scope { get; init; }

    /// <summary>The contact.</summary>
    [JsonPropertyName("contactIdentity")]
    public InsightRecordContact? Contact { get; init; }
}
