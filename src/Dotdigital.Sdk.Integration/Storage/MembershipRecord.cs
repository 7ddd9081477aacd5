using Dotdigital.Sdk.Integration.Contacts;

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>A contact in an address book (BEHAVIOUR section 1). Key: account + <see cref="AddressBookId"/> + <see cref="ContactId"/>.</summary>
public sealed record MembershipRecord
{
    /// <summary>Dotdigital's id of the address book.</summary>
    public required int AddressBookId { get; init; }

    /// <summary><see cref="ContactRecord.Id"/>.</summary>
    public required long ContactId { get; init; }

    /// <summary>The status in this book alone (rule S-1).</summary>
    public SubscriptionStatus Status { get; init; }

    /// <summary>When the person left this book's mailings, by Dotdigital's clock.</summary>
    public DateTimeOffset? UnsubscribedAt { get; init; }

    /// <summary>The connection on whose behalf the contact is in the book; null when Dotdigital alone put it there.</summary>
    public int? ConnectionId { get; init; }

    /// <summary>The marketing list item, when known; unique within a connection.</summary>
    public string? ItemId { get; init; }

    /// <summary>Where the membership stands on its way to Dotdigital.</summary>
    public MembershipState State { get; init; }

    /// <summary>The batch that carries the membership, else the last one that did; null when none did, as far as is known. Retention may have forgotten that batch.</summary>
    public long? LastBatchId
    {
        get => State.BatchId ?? field;
        init;
    }

    /// <summary>Raised by one at every tracked change of the item; a batch remembers the version that it carried.</summary>
    public int UpdateVersion { get; init; }

    /// <summary>Whether we ever sent this membership: while the contact's remote id is unknown it must not be forgotten (rule S-4).</summary>
    public bool WasSent { get; init; }

    /// <summary>
    /// The connection that brought the contact into the book, when Dotdigital had not told of it there before; null when it came by itself, or was there
    /// already. Stays when another connection takes the membership over: only who added a person may take them out again (rule CN-2).
    /// </summary>
    public int? AddedBy { get; init; }

    /// <summary>Whether the contact is, or may be, in the book: we sent it, or Dotdigital told its status there. Otherwise nothing needs to be taken away when it goes.</summary>
    public bool IsInBook => WasSent || Status.Reachability != Reachability.Unknown;

    /// <summary>The item was created from the contact and has not yet appeared in the list (rule IM-5).</summary>
    public bool CameFromRemote { get; init; }

    /// <summary>Failed deliveries in a row; halves the batch size, and holds the membership at three (rule ST-3).</summary>
    public int Failures { get; init; }

    /// <summary>Not before this instant, by our clock, is what is due sent again; set only while it is due after a batch that failed (rule ST-3).</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The new address; set only while a rename is due or in a batch (rule EX-3b).</summary>
    public EmailAddress? RenameTo { get; init; }

    /// <summary>Dotdigital's own words for the last fault, or ours; never a secret.</summary>
    public string? LastFault { get; init; }
}
