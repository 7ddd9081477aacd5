namespace Dotdigital.Sdk.Integration.Webhooks;

/// <summary>What became of one request of Dotdigital's webhooks, and of the events in it.</summary>
public sealed record WebhookReceipt
{
    /// <summary>What became of the request.</summary>
    public required WebhookOutcome Outcome { get; init; }

    /// <summary>Events that are stored now and will be delivered.</summary>
    public int Stored { get; init; }

    /// <summary>Events that were received before: stored once only.</summary>
    public int Repeated { get; init; }

    /// <summary>Events dropped for their age: over 25 hours old, or more than 10 minutes in the future.</summary>
    public int Outdated { get; init; }

    /// <summary>Entries dropped because they have no id, name or time of an event.</summary>
    public int Unusable { get; init; }

    /// <summary>Events dropped because they name a person who was forgotten (rule PR-1).</summary>
    public int Forgotten { get; init; }

    /// <summary>The HTTP status to answer with.</summary>
    public int StatusCode => Outcome switch
    {
        WebhookOutcome.Accepted => 200,
        WebhookOutcome.Malformed or WebhookOutcome.Outdated => 400,
        WebhookOutcome.Refused => 401,
        WebhookOutcome.TooLarge => 413,
        _ => 503,
    };
}
