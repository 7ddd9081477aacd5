using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Connections;

/// <summary>
/// Connects marketing lists to address books at run time (BEHAVIOUR section 10). Any process may call it, also while a run is under way: what it stores
/// counts from that run's next batch on, and what needs Dotdigital's calls or much time is done by the next run, which every change asks for.
/// Unless said otherwise the methods throw <see cref="UnknownAccountException"/> for an account that is not configured and
/// <see cref="MarketingListException"/>, which names the remedy, when the list is not declared or not connected.
/// </summary>
public interface IConnectionService
{
    /// <summary>All connections of an account by id: live, disabled and ended ones. From the store: no call is spent.</summary>
    Task<IReadOnlyList<Connection>> GetConnectionsAsync(AccountId account, CancellationToken cancellationToken = default);

    /// <summary>The address books that a list can be connected to, by name: not connected, not reserved, not gone. As last imported; no call is spent.</summary>
    Task<IReadOnlyList<AddressBookRecord>> GetFreeAddressBooksAsync(AccountId account, CancellationToken cancellationToken = default);

    /// <summary>A page of the free address books whose names hold a text, by name, as last read: for accounts with thousands of books. Costs no call.</summary>
    /// <exception cref="UnknownAccountException">There is no such account.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The query's page is out of range.</exception>
    Task<AddressBookPage> FindFreeAddressBooksAsync(AccountId account, AddressBookQuery query, CancellationToken cancellationToken = default);

    /// <summary>Connects a list to a book, created in the same act when it is a new one, and asks for a run (rule CN-1). Safe to repeat after a failure.</summary>
    /// <param name="account">The account.</param>
    /// <param name="listName">A declared list that has no connection, in any account.</param>
    /// <param name="addressBook">The book; one that exists must be free.</param>
    /// <param name="settings">The connection's options; null for the defaults and what the list declares.</param>
    /// <param name="cancellationToken">Cancels the call; a book may have been created by then, and is found again by the next try.</param>
    /// <exception cref="MarketingListException">The list is connected already, or the book is taken, reserved or not there.</exception>
    /// <exception cref="Errors.DotdigitalException">Dotdigital could not be asked or refused to create the book.</exception>
    Task<Connection> ConnectAsync(AccountId account, string listName, AddressBookChoice addressBook, ConnectionSettings? settings = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Changes the options of a list's connection. They are stored, and win over what the list declares: this is how a list that was connected before its code
    /// declared that it creates entities begins to (rule IM-5).
    /// </summary>
    /// <exception cref="MarketingListException">The list is not connected, or is to create entities and has no writer.</exception>
    Task<Connection> UpdateAsync(AccountId account, string listName, ConnectionSettings settings, CancellationToken cancellationToken = default);

    /// <summary>Exports the connection again, and compares all its members, since nothing was sent meanwhile.</summary>
    /// <exception cref="MarketingListException">The list is not connected, or its book is gone: connect it to another.</exception>
    Task<Connection> EnableAsync(AccountId account, string listName, CancellationToken cancellationToken = default);

    /// <summary>Stops exporting the connection; opt-outs go on, both ways.</summary>
    Task<Connection> DisableAsync(AccountId account, string listName, CancellationToken cancellationToken = default);

    /// <summary>Ends a list's connection and connects it to another book, both or neither (rules CN-1, CN-2).</summary>
    /// <param name="account">The account.</param>
    /// <param name="listName">The list.</param>
    /// <param name="addressBook">The other book.</param>
    /// <param name="members">What becomes of those whom the list added to the former book.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<Connection> SwitchAsync(AccountId account, string listName, AddressBookChoice addressBook, MembersOnDisconnect members, CancellationToken cancellationToken = default);

    /// <summary>Ends a list's connection (rule CN-2). Batches that travel are followed to their end; opt-outs go on. A list that declares its book is not connected again by code.</summary>
    /// <param name="account">The account.</param>
    /// <param name="listName">The list.</param>
    /// <param name="members">What becomes of those whom the connection added. Their removal needs no confirmation (rule CN-5): it is asked for here.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<Connection> DisconnectAsync(AccountId account, string listName, MembersOnDisconnect members, CancellationToken cancellationToken = default);

    /// <summary>Has all members of a list compared in the next run and what differs sent: the remedy after changes that tracking cannot see (rule TR-4).</summary>
    Task RefreshAsync(AccountId account, string listName, CancellationToken cancellationToken = default);

    /// <summary>Asks for a cycle of the list's account: it runs as soon as a runner is free, also while another run holds the account (rule BL-1).</summary>
    /// <exception cref="UnknownAccountException">There is no such account.</exception>
    /// <exception cref="MarketingListException">The list is not connected in the account.</exception>
    Task RequestSyncAsync(AccountId account, string listName, CancellationToken cancellationToken = default);

    /// <summary>
    /// Releases members that are held, as those whose import was rejected, went over the account's allowance or failed three times (rule ST-3), after a person has
    /// seen to the cause: they are due again and go with the next run's batch, with their items' values as they are then. What a report said of an opt-out
    /// stays held, whatever is asked here (rule OP-5).
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="listName">The list.</param>
    /// <param name="reason">Only those held for this code of <see cref="SetAsideReason"/>; null for all.</param>
    /// <param name="itemId">Only this item; null for all.</param>
    /// <param name="cancellationToken">Cancels the call; what was released by then stays so.</param>
    /// <returns>How many were released.</returns>
    Task<long> ReleaseHeldAsync(AccountId account, string listName, string? reason = null, string? itemId = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gives up waiting for a list's stalled batches before their 7 days are over (rule ST-4). Dotdigital is asked for each once more: one that has ended is settled.
    /// The others count as lost: their members are due again and go with the next run's batch, with their items' values as they are then. What a lost batch
    /// carried is kept, so that its values are known for ours when it arrives after all, and nobody who opted out meanwhile is sent (rules EX-6, W-3).
    /// Safe to repeat; while Dotdigital cannot be reached nothing is given up.
    /// </summary>
    /// <param name="account">The account, enabled.</param>
    /// <param name="listName">The list.</param>
    /// <param name="cancellationToken">Cancels the call; what was given up by then stays so.</param>
    /// <returns>How many batches were given up.</returns>
    /// <exception cref="AccountBusyException">A run holds the account: try again when it has ended.</exception>
    /// <exception cref="Errors.DotdigitalException">Dotdigital could not be asked.</exception>
    Task<long> ReleaseStalledAsync(AccountId account, string listName, CancellationToken cancellationToken = default);

    /// <summary>Confirms the removal that waits for it (rule CN-5): at most as many members as were seen. When more have left by the next run, it waits again.</summary>
    /// <param name="account">The account.</param>
    /// <param name="listName">The list.</param>
    /// <param name="leavers">How many were seen: <see cref="Storage.PendingRemoval.Leavers"/>, or the event's.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="MarketingListException">Nothing waits for a confirmation, or the list is not connected.</exception>
    Task ConfirmRemovalAsync(AccountId account, string listName, long leavers, CancellationToken cancellationToken = default);
}
