using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Paging;

/// <summary>The body of a page of a v3 list.</summary>
internal sealed record MarkerPageBody<T>
{
    [JsonPropertyName("_links")]
    public PageLinks? Links { get; init; }

    [JsonPropertyName("_items")]
    public List<T> Items { get; init => field = value ?? []; } = [];
}
