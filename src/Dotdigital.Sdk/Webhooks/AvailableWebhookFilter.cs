using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Webhooks;

/// <summary>A condition that can be put on an event (<c>AvailableEventsFilters</c>).</summary>
public sealed record AvailableWebhookFilter
{
    /// <summary>Its name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The field it looks at.</summary>
    public string? Path { get; init; }

    /// <summary>Whether it must be given.</summary>
    [JsonPropertyName("required")]
    public bool IsRequired { get; init; }

    /// <summary>What it does.</summary>
    public string? Description { get; init; }
}
