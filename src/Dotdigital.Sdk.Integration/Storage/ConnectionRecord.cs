namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>The one-to-one link of a marketing list to an address book (BEHAVIOUR sections 1 and 10). Key: account + <see cref="Id"/>.</summary>
public sealed record ConnectionRecord
{
    /// <summary>The store's own id; 0 in a record not yet saved. Unique within the account, never reused; among equal priorities the smallest owns a data field (rule EX-3a).</summary>
    public required int Id { get; init; }

    /// <summary>The marketing list's name; one live connection a list.</summary>
    public required string ListName { get; init; }

    /// <summary>Dotdigital's id of the book; one live connection a book.</summary>
    public required int AddressBookId { get; init; }

    /// <summary>Whether contacts without an item become host entities (rule IM-5); off by default.</summary>
    public bool CreateEntities { get; init; }

    /// <summary>Whether the connection is exported; false also when its book is gone (rule IM-1).</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>When it was made, by our clock.</summary>
    public required DateTimeOffset ConnectedAt { get; init; }

    /// <summary>When it was ended; null while it is live. An ended connection keeps its memberships' history (rule CN-2).</summary>
    public DateTimeOffset? DisconnectedAt { get; init; }

    /// <summary>What Dotdigital is told when the host says that a person opted out (rule OP-3).</summary>
    public OptOutAction OptOutAction { get; init; }

    /// <summary>What becomes of members whose item left the list (rule EX-1).</summary>
    public LeaverAction LeaverAction { get; init; }

    /// <summary>Whether those that the connection added are taken out of the book after its end (rule CN-2).</summary>
    public AddedMembersState AddedMembers { get; init; }

    /// <summary>The removal that waits for a person's confirmation, as the last pass saw it; null when none does (rule CN-5).</summary>
    public PendingRemoval? PendingRemoval { get; init; }

    /// <summary>How many leavers a person has confirmed that are not removed yet; 0 when nothing is confirmed (rule CN-5).</summary>
    public long ConfirmedRemovals { get; init; }

    /// <summary>Leavers that went unconfirmed since <see cref="RecentRemovalsSince"/>: many small removals count as one (rule CN-5).</summary>
    public long RecentRemovals { get; init; }

    /// <summary>Since when <see cref="RecentRemovals"/> are counted, by our clock; null while there are none.</summary>
    public DateTimeOffset? RecentRemovalsSince { get; init; }

    /// <summary>The fingerprint of the mapping that its memberships were last compared under; another one means that all are due for comparison (rule MP-4).</summary>
    public string? MappingFingerprint { get; init; }

    /// <summary>A refresh was asked for: all memberships become due for comparison in the next export (rule TR-4).</summary>
    public bool RefreshRequested { get; init; }

    /// <summary>Whether it is exported: neither ended nor disabled.</summary>
    internal bool IsLive => DisconnectedAt is null && IsEnabled;
}
