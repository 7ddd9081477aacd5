namespace Dotdigital.Sdk.ContactsV3;

/// <summary>The counters of a bulk deletion.</summary>
public sealed record ContactV3DeletionSummary
{
    /// <summary>Contacts asked for.</summary>
    public int RequestedContacts { get; init; }

    /// <summary>Contacts deleted.</summary>
    public int DeletedContacts { get; init; }

    /// <summary>Contacts that do not exist.</summary>
    public int UnknownContacts { get; init; }

    /// <summary>Entries that make no sense.</summary>
    public int InvalidEntries { get; init; }
}
