namespace Dotdigital.Sdk.Integration.Contacts;

/// <summary>What a subscription status means for sending (rule S-2).</summary>
public enum Reachability
{
    /// <summary>Nothing is known yet: the contact was never read from Dotdigital.</summary>
    Unknown = 0,

    /// <summary>Subscribed or soft bounced: may be exported.</summary>
    Reachable = 1,

    /// <summary>Opted out, bounced or suppressed: never exported, and the host is told.</summary>
    OptedOut = 2,

    /// <summary>Pending, deleted or a status unheard of: not exported, not removed, the host's item untouched.</summary>
    Withheld = 3,
}
