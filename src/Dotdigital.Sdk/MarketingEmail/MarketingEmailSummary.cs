namespace Dotdigital.Sdk.MarketingEmail;

/// <summary>The counters of a batch.</summary>
public sealed record MarketingEmailSummary
{
    /// <summary>Emails sent.</summary>
    public int Sent { get; init; }

    /// <summary>Emails not sent because the person opted out or cannot be reached.</summary>
    public int Uncontactable { get; init; }

    /// <summary>Emails that failed.</summary>
    public int Failed { get; init; }
}
