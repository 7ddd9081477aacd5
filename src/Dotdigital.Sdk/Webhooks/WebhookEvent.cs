namespace Dotdigital.Sdk.Webhooks;

/// <summary>A type of event that a webhook gets (<c>WebhookEvents</c>).</summary>
public sealed record WebhookEvent
{
    /// <summary>The type, for example <c>message.delivered</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Conditions on it.</summary>
    public IReadOnlyList<WebhookEventFilter> Filters { get; init => field = value ?? []; } = [];
}
