namespace Dotdigital.Sdk.Webhooks;

/// <summary>A type of event that webhooks can get (<c>AvailbleEvents_inner</c>).</summary>
public sealed record AvailableWebhookEvent
{
    /// <summary>The type.</summary>
    public string? Type { get; init; }

    /// <summary>What it tells.</summary>
    public string? Description { get; init; }

    /// <summary>The conditions that can be put on it.</summary>
    public IReadOnlyList<AvailableWebhookFilter> Filters { get; init => field = value ?? []; } = [];
}
