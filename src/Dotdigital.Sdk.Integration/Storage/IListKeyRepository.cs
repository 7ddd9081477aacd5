using Dotdigital.Sdk.Integration.Contacts;

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>
/// The scratch table in which a pass of a marketing list's keys is staged and joined by sets (rule EX-1). One pass a connection; keyed by
/// connection + item. Items order by their ids' ordinal (UTF-8 byte) order.
/// </summary>
public interface IListKeyRepository
{
    /// <summary>Forgets the connection's last pass.</summary>
    Task ClearAsync(int connectionId, CancellationToken cancellationToken);

    /// <summary>Stages a page. An item staged twice in one pass is kept once, the later email winning.</summary>
    Task AddAsync(int connectionId, IReadOnlyCollection<StagedKey> keys, CancellationToken cancellationToken);

    /// <summary>The staged keys of these items that are not duplicates, in no order.</summary>
    Task<IReadOnlyList<StagedKey>> FindAsync(int connectionId, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken);

    /// <summary>
    /// Memberships of the connection that came from remote and whose item is staged, not as a duplicate, are from now on like any other (rule IM-5): no longer
    /// <see cref="MembershipRecord.CameFromRemote"/>, and Due(Update) where they were Clean.
    /// </summary>
    /// <returns>How many.</returns>
    Task<int> NoteAppearedAsync(int connectionId, CancellationToken cancellationToken);

    /// <summary>How many keys are staged, duplicates included.</summary>
    Task<long> CountAsync(int connectionId, CancellationToken cancellationToken);

    /// <summary>Marks every staged key whose address another item, smaller by id, also has; opted-out keys neither mark nor are marked. Judges anew at every call; a key staged again has no mark until then.</summary>
    /// <returns>How many are marked.</returns>
    Task<int> MarkDuplicatesAsync(int connectionId, CancellationToken cancellationToken);

    /// <summary>Keys marked as duplicates, by item id after <paramref name="afterItemId"/>.</summary>
    Task<IReadOnlyList<StagedKey>> PageDuplicatesAsync(int connectionId, string? afterItemId, int take, CancellationToken cancellationToken);

    /// <summary>
    /// Staged keys that are neither duplicates nor opted out, whose item has no opt-out in <see cref="IListItemRepository"/> (list
    /// <paramref name="listName"/>), and that either have no membership of this connection by item id, or have one whose contact has another
    /// address than the key, or have one that is Due(Remove) or Due(Rename): those that need a decision. By item id, after <paramref name="afterItemId"/>.
    /// </summary>
    Task<IReadOnlyList<StagedMatch>> PageUnmatchedAsync(int connectionId, string listName, string? afterItemId, int take, CancellationToken cancellationToken);

    /// <summary>
    /// Memberships of the connection, with their contacts, whose item is not among the staged keys (duplicates count as not staged; opted-out ones
    /// count as staged), that are Clean, Due, Held or Faulted but not already Due(Remove), whose status and whose contact's status are not
    /// OptedOut, whose address no other staged key has (one that is neither a duplicate nor opted out: the item took the address over), and that did
    /// not come from remote; memberships without an item are left alone. By contact id, after <paramref name="afterContactId"/>.
    /// </summary>
    Task<IReadOnlyList<MembershipView>> PageLeaversAsync(int connectionId, long afterContactId, int take, CancellationToken cancellationToken);

    /// <summary>
    /// How many would be leavers (<see cref="PageLeaversAsync"/>) of those that are in the book (<see cref="MembershipRecord.IsInBook"/>), and of how many:
    /// the memberships with an item that meet the same conditions, staged or not. Those in a batch count too, unless it removes them: what a
    /// batch carries leaves after it has settled.
    /// </summary>
    Task<LeaverCount> CountLeaversAsync(int connectionId, CancellationToken cancellationToken);

    /// <summary>
    /// Staged keys that are neither duplicates nor opted out and whose item is marked undeliverable in <see cref="IListItemRepository"/> under another
    /// address than the key's: the host corrected it. By item id, after <paramref name="afterItemId"/>.
    /// </summary>
    Task<IReadOnlyList<StagedKey>> PageCorrectedAsync(int connectionId, string listName, string? afterItemId, int take, CancellationToken cancellationToken);

    /// <summary>
    /// Staged keys (duplicates included) whose item has no opt-out in <see cref="IListItemRepository"/> and whose address belongs to a contact that is
    /// OptedOut itself or in the connection's book <paramref name="addressBookId"/>. By item id, after <paramref name="afterItemId"/>.
    /// </summary>
    Task<IReadOnlyList<StagedOptOut>> PageOptedOutAsync(int connectionId, string listName, int addressBookId, string? afterItemId, int take, CancellationToken cancellationToken);

    /// <summary>The staged keys with these addresses, duplicates and opted-out ones included, by item id.</summary>
    Task<IReadOnlyList<StagedKey>> FindByEmailAsync(int connectionId, IReadOnlyCollection<EmailAddress> emails, CancellationToken cancellationToken);

    /// <summary>Deletes staged keys by item.</summary>
    Task DeleteAsync(int connectionId, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken);
}
