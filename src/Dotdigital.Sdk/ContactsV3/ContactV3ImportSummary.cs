namespace Dotdigital.Sdk.ContactsV3;

/// <summary>The counters of a v3 import.</summary>
public sealed record ContactV3ImportSummary
{
    /// <summary>Contacts created.</summary>
    public int NewContacts { get; init; }

    /// <summary>Contacts updated.</summary>
    public int UpdatedContacts { get; init; }

    /// <summary>Refused: globally suppressed.</summary>
    public int GloballySuppressed { get; init; }

    /// <summary>Refused: invalid.</summary>
    public int InvalidEntries { get; init; }

    /// <summary>Refused: an identifier given twice.</summary>
    public int DuplicateIdentifiers { get; init; }
}
