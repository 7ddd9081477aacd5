using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.ContactsV3;

/// <summary>The body of a page of contacts.</summary>
internal sealed record ContactV3PageBody
{
    [JsonPropertyName("_links")]
    public PageLinks? Links { get; init; }

    [JsonPropertyName("_items")]
    public List<ContactV3> Items { get; init => field = value ?? []; } = [];
}
