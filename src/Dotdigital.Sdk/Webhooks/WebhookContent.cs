using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Webhooks;

/// <summary>A webhook to create or replace (<c>WebhookConfigurationCreateUpdate</c>).</summary>
public sealed record WebhookContent
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Where events are posted; https.</summary>
    public required string Url { get; init; }

    /// <summary>What events are signed with, at least 16 characters; not sent when <see langword="null"/>.</summary>
    public string? Secret { get; init; }

    /// <summary>The events it gets.</summary>
    public IReadOnlyList<WebhookEvent>? Subscriptions { get; init; }

    /// <summary>Whether events come in batches, as arrays.</summary>
    [JsonPropertyName("batch")]
    public bool? IsBatched { get; init; }

    /// <summary>The largest batch, 1 to 500.</summary>
    public int? MaxBatchSize { get; init; }

    /// <summary>How long events wait for a batch, 1 to 60 seconds.</summary>
    [JsonPropertyName("batchTimeout")]
    public int? BatchTimeoutSeconds { get; init; }

    /// <summary>What it is, without its secrets.</summary>
    public override string ToString() => $"{nameof(WebhookContent)} (secrets not shown)";
}
