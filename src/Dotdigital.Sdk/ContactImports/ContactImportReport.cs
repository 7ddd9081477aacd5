namespace Dotdigital.Sdk.ContactImports;

/// <summary>What became of the rows of an import (<c>ApiContactImportReport</c>).</summary>
public sealed record ContactImportReport
{
    /// <summary>Contacts created.</summary>
    public int NewContacts { get; init; }

    /// <summary>Contacts updated.</summary>
    public int UpdatedContacts { get; init; }

    /// <summary>Refused: globally suppressed.</summary>
    public int GloballySuppressed { get; init; }

    /// <summary>Refused: invalid.</summary>
    public int InvalidEntries { get; init; }

    /// <summary>Refused: twice in the file.</summary>
    public int DuplicateEmails { get; init; }

    /// <summary>Refused: blocked.</summary>
    public int Blocked { get; init; }

    /// <summary>Refused: unsubscribed.</summary>
    public int Unsubscribed { get; init; }

    /// <summary>Refused: hard bounced.</summary>
    public int HardBounced { get; init; }

    /// <summary>Soft bounced.</summary>
    public int SoftBounced { get; init; }

    /// <summary>Refused: complained to their provider.</summary>
    public int IspComplaints { get; init; }

    /// <summary>Refused: mail blocked.</summary>
    public int MailBlocked { get; init; }

    /// <summary>Refused: the domain is suppressed.</summary>
    public int DomainSuppressed { get; init; }

    /// <summary>Waiting for a double opt-in.</summary>
    public int PendingDoubleOptin { get; init; }

    /// <summary>Failed otherwise.</summary>
    public int Failures { get; init; }

    /// <summary>Refused: suppressed in this account.</summary>
    public int SuppressedContacts { get; init; }
}
