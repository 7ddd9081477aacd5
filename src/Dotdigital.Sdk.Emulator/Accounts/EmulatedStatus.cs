namespace Dotdigital.Sdk.Emulator.Accounts;

/// <summary>A contact's own status, as the v2 API spells it (ApiContactStatuses).</summary>
public enum EmulatedStatus
{
    /// <summary>May be mailed.</summary>
    Subscribed,

    /// <summary>Unsubscribed from the account.</summary>
    Unsubscribed,

    /// <summary>A temporary bounce; may still be mailed.</summary>
    SoftBounced,

    /// <summary>A permanent bounce.</summary>
    HardBounced,

    /// <summary>Complained to the provider.</summary>
    IspComplained,

    /// <summary>Blocked by the provider.</summary>
    MailBlocked,

    /// <summary>Asked to confirm, not confirmed yet.</summary>
    PendingOptIn,

    /// <summary>Complained to the sender or to Dotdigital.</summary>
    DirectComplaint,

    /// <summary>Deleted.</summary>
    Deleted,

    /// <summary>Suppressed for all of Dotdigital.</summary>
    SharedSuppression,

    /// <summary>Suppressed by the account.</summary>
    Suppressed,

    /// <summary>Not allowed.</summary>
    NotAllowed,

    /// <summary>The whole domain is suppressed.</summary>
    DomainSuppression,

    /// <summary>The domain takes no mail.</summary>
    NoMxRecord,
}
