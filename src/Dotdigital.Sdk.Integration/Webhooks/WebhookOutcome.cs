namespace Dotdigital.Sdk.Integration.Webhooks;

/// <summary>What became of a request of Dotdigital's webhooks.</summary>
public enum WebhookOutcome
{
    /// <summary>Every usable event is stored, now or by an earlier delivery: 200.</summary>
    Accepted = 0,

    /// <summary>The body is no event and no array of events: 400, not sent again.</summary>
    Malformed = 1,

    /// <summary>Every event is older than 25 hours, or more than 10 minutes in the future: 400, not sent again.</summary>
    Outdated = 2,

    /// <summary>The signature is missing or wrong, or the account is unknown or has no secret: 401. Which of them only the log tells.</summary>
    Refused = 3,

    /// <summary>The body is larger than <see cref="DotdigitalIntegrationOptions.MaxWebhookBytes"/>: 413, sent again for a day, so that a raised limit loses nothing.</summary>
    TooLarge = 4,

    /// <summary>The store did not take it in time: 503, sent again for a day.</summary>
    Unavailable = 5,
}
