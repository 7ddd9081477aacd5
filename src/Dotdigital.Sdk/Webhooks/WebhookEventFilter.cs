namespace Dotdigital.Sdk.Webhooks;

/// <summary>A condition on the events of a webhook (<c>EventFilters</c>).</summary>
public sealed record WebhookEventFilter
{
    /// <summary>Its name, one of <see cref="AvailableWebhookEvent.Filters"/>.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>What it must be.</summary>
    public string? Value { get; init; }
}
