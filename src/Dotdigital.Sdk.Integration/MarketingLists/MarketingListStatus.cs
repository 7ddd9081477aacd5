using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>The state of a marketing list and its address book (rule ST-5).</summary>
public sealed record MarketingListStatus
{
    /// <summary>The marketing list.</summary>
    public required string ListName { get; init; }

    /// <summary>Dotdigital's id of the book.</summary>
    public required int AddressBookId { get; init; }

    /// <summary>The book's name.</summary>
    public required string AddressBook { get; init; }

    /// <summary>How many contacts Dotdigital counted in the book when it was last imported, whoever added them.</summary>
    public int AddressBookContacts { get; init; }

    /// <summary>Whether the connection is exported; false also when the book is gone.</summary>
    public required bool IsEnabled { get; init; }

    /// <summary><c>Finished</c>, <c>NotFinished</c>, or the error of the latest batches; null before the first export.</summary>
    public string? ExportStatus { get; init; }

    /// <summary>When an export to the book last ended, by our clock.</summary>
    public DateTimeOffset? LastExportedAt { get; init; }

    /// <summary>When the book's contacts were last read to the end, by our clock.</summary>
    public DateTimeOffset? LastImportedAt { get; init; }

    /// <summary>Members with nothing to send.</summary>
    public long Clean { get; init; }

    /// <summary>Members of which something is to be compared or sent.</summary>
    public long Due { get; init; }

    /// <summary>Members in batches that Dotdigital has not ended.</summary>
    public long InBatch { get; init; }

    /// <summary>Members kept back until a person releases them or their item changes.</summary>
    public long Held { get; init; }

    /// <summary>Members that were refused or unfit, until their item changes.</summary>
    public long Faulted { get; init; }

    /// <summary>The removal that waits for a person's confirmation; null when none does (rule CN-5).</summary>
    public PendingRemoval? PendingRemoval { get; init; }

    /// <summary>Items that are still to be told of a change in Dotdigital, or to be made of a contact (rules IM-4, IM-5).</summary>
    public long HostWritesWaiting { get; init; }

    /// <summary>How many of <see cref="HostWritesWaiting"/> the host refused so far; they are tried again at least once a day.</summary>
    public long HostWritesRefused { get; init; }

    /// <summary>Batches that are not settled.</summary>
    public int OpenBatches { get; init; }
}
