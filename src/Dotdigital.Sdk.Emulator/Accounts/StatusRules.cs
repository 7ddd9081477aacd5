namespace Dotdigital.Sdk.Emulator.Accounts;

/// <summary>What each status means, and how v3 and the import report spell it.</summary>
internal static class StatusRules
{
    public static bool IsOptedOut(EmulatedStatus status) => status
        is not (EmulatedStatus.Subscribed or EmulatedStatus.SoftBounced or EmulatedStatus.PendingOptIn or EmulatedStatus.Deleted);

    public static bool IsReachable(EmulatedStatus status) => status is EmulatedStatus.Subscribed or EmulatedStatus.SoftBounced;

    public static string EmailChannel(EmulatedStatus status) => status switch
    {
        EmulatedStatus.Subscribed => "subscribed",
        EmulatedStatus.Unsubscribed => "unsubscribed",
        EmulatedStatus.SoftBounced => "softBounced",
        EmulatedStatus.HardBounced => "hardBounced",
        EmulatedStatus.IspComplained => "ispComplained",
        EmulatedStatus.MailBlocked => "blockedlocalpart",
        EmulatedStatus.PendingOptIn => "pendingOptIn",
        EmulatedStatus.DirectComplaint => "directComplaint",
        EmulatedStatus.Deleted => "deleted",
        EmulatedStatus.SharedSuppression => "sharedsuppression",
        EmulatedStatus.DomainSuppression => "domainSuppressed",
        _ => "suppressed",
    };

    public static string Overall(EmulatedStatus status) => status switch
    {
        EmulatedStatus.Subscribed or EmulatedStatus.SoftBounced => "subscribed",
        EmulatedStatus.Unsubscribed => "unsubscribed",
        EmulatedStatus.PendingOptIn => "pendingOptIn",
        EmulatedStatus.Deleted => "deleted",
        _ => "suppressed",
    };

    public static string Name(MembershipStatus status) => status switch
    {
        MembershipStatus.Suppressed => "suppressed",
        MembershipStatus.Pending => "pending",
        _ => "subscribed",
    };
}
