using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>
/// What an import report's reason means (rule ST-2). Reasons are free text and sources disagree on their spelling: matched ignoring case,
/// blanks and punctuation; an unheard-of one is a refusal with its text kept.
/// </summary>
internal sealed record FaultReason(FaultKind Kind, SubscriptionStatus Status)
{
    private static readonly (string Part, FaultReason Reason)[] Known =
    [
        ("softbounce", new(FaultKind.SoftBounced, SubscriptionStatus.SoftBounced)),
        ("pending", new(FaultKind.Pending, SubscriptionStatus.PendingOptIn)),
        ("duplicate", new(FaultKind.Duplicate, default)),
        ("alreadyexists", new(FaultKind.Duplicate, default)),
        ("suppressedonlist", new(FaultKind.OptOut, SubscriptionStatus.Unsubscribed)),
        ("globallysuppressed", new(FaultKind.AccountOptOut, SubscriptionStatus.Suppressed)),
        ("suppressedbydomain", new(FaultKind.AccountOptOut, new("DomainSuppression"))),
        ("domainsuppress", new(FaultKind.AccountOptOut, new("DomainSuppression"))),
        ("suppress", new(FaultKind.AccountOptOut, SubscriptionStatus.Suppressed)),
        ("hardbounce", new(FaultKind.AccountOptOut, SubscriptionStatus.HardBounced)),
        ("complain", new(FaultKind.AccountOptOut, new("IspComplained"))),
        ("mailblocked", new(FaultKind.AccountOptOut, new("MailBlocked"))),
        ("block", new(FaultKind.AccountOptOut, new("MailBlocked"))),
        ("unsubscribe", new(FaultKind.OptOut, SubscriptionStatus.Unsubscribed)),
        ("invalidemail", new(FaultKind.InvalidEmail, default)),
        ("invalid", new(FaultKind.BadData, default)),
        ("consentrecordsnotapplied", new(FaultKind.PartlyApplied, default)),
        ("preferencesnotapplied", new(FaultKind.PartlyApplied, default)),
        ("listsnotapplied", new(FaultKind.BadData, default)),
        ("failure", new(FaultKind.BadData, default)),
    ];

    private static readonly FaultReason Unknown = new(FaultKind.Unknown, default);

    /// <summary>Reads a reason's text or a v3 failure code.</summary>
    public static FaultReason Read(string? text)
    {
        var plain = new string([.. (text ?? string.Empty).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
        foreach (var (part, reason) in Known)
        {
            if (plain.Contains(part, StringComparison.Ordinal))
            {
                return reason;
            }
        }

        return Unknown;
    }

    /// <summary>The code to set a membership aside with.</summary>
    public string SetAside => Kind switch
    {
        FaultKind.InvalidEmail => SetAsideReason.InvalidEmail,
        FaultKind.Duplicate => SetAsideReason.DuplicateEmail,
        FaultKind.OptOut or FaultKind.AccountOptOut => SetAsideReason.OptOutReported,
        _ => SetAsideReason.Refused,
    };
}
