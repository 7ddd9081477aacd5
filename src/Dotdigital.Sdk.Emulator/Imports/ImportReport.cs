namespace Dotdigital.Sdk.Emulator.Imports;

/// <summary>The counters of a report, in the order of ApiContactImportReport.</summary>
internal sealed class ImportReport
{
    public static readonly string[] Names =
    [
        "newContacts", "updatedContacts", "globallySuppressed", "invalidEntries", "duplicateEmails", "blocked", "unsubscribed", "hardBounced",
        "softBounced", "ispComplaints", "mailBlocked", "domainSuppressed", "pendingDoubleOptin", "failures", "suppressedContacts",
    ];

    public const int New = 0;
    public const int Updated = 1;
    public const int GloballySuppressed = 2;
    public const int Invalid = 3;
    public const int Duplicate = 4;
    public const int Failures = 13;

    private static readonly (string Reason, int Counter)[] Reasons =
    [
        ("Globally Suppressed", 2), ("Invalid Entries", 3), ("Invalid Email", 3), ("Duplicate", 4), ("Blocked", 5), ("Blocker", 5), ("Unsubscribed", 6),
        ("Hard bounced", 7), ("Soft bounced", 8), ("Isp Complaints", 9), ("Complained to ISP", 9), ("Mail blocked", 10), ("Suppressed by Domain", 11),
        ("Domain Suppressed", 11), ("Pending optin", 12), ("Failures", 13), ("Suppressed by you", 14),
    ];

    public int[] Counts { get; } = new int[15];

    /// <summary>The counter a reason of the faults file belongs to.</summary>
    public static int CounterOf(string reason)
    {
        foreach (var (known, counter) in Reasons)
        {
            if (string.Equals(known, reason, StringComparison.OrdinalIgnoreCase))
            {
                return counter;
            }
        }

        return Failures;
    }
}
