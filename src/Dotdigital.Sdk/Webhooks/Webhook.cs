using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Webhooks;

/// <summary>A webhook (<c>WebhookConfiguration</c>).</summary>
public sealed record Webhook
{
    /// <summary>Its id.</summary>
    public string? Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Where events are posted.</summary>
    public string? Url { get; init; }

    /// <summary>What events are signed with, where the API answers with it.</summary>
    public string? Secret { get; init; }

    /// <summary>The events it gets.</summary>
    public IReadOnlyList<WebhookEvent> Subscriptions { get; init => field = value ?? []; } = [];

    /// <summary>Whether events come in batches.</summary>
    [JsonPropertyName("batch")]
    public bool IsBatched { get; init; }

    /// <summary>The largest batch.</summary>
    public int MaxBatchSize { get; init; }

    /// <summary>How long events wait for a batch, in seconds.</summary>
    [JsonPropertyName("batchTimeout")]
    public int BatchTimeoutSeconds { get; init; }

    /// <summary>When it was created, UTC.</summary>
    [JsonPropertyName("_createdOn")]
    public DateTimeOffset? Created { get; init; }

    /// <summary>Who created it.</summary>
    [JsonPropertyName("_createdBy")]
    public string? CreatedBy { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    [JsonPropertyName("_updatedOn")]
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Who changed it last.</summary>
    [JsonPropertyName("_updatedBy")]
    public string? UpdatedBy { get; init; }

    /// <summary>What it is, without its secrets.</summary>
    public override string ToString() => $"{nameof(Webhook)} (secrets not shown)";
}
