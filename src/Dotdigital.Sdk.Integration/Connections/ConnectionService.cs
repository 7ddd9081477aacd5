using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.AddressBooks;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Connections;

/// <summary>
/// Writes connections without a lease. Each change is one unit that takes its turn to write before it reads, so that neither a run nor another
/// process can come between; runs read a connection again in the unit in which they change it.
/// </summary>
internal sealed class ConnectionService(
    ISyncStore store, AddressBookFinder books, MarketingListCatalogue lists, AccountDirectory accounts, AccountRunner runner, TimeProvider time) : IConnectionService
{
    public async Task<IReadOnlyList<Connection>> GetConnectionsAsync(AccountId account, CancellationToken cancellationToken)
    {
        await accounts.GetAsync(account, cancellationToken).ConfigureAwait(false);
        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        var known = (await unit.AddressBooks.GetAllAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(static book => book.Id);
        var connections = await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false);
        return [.. connections.Select(connection => Connection.From(connection, known.GetValueOrDefault(connection.AddressBookId)))];
    }

    public async Task<IReadOnlyList<AddressBookRecord>> GetFreeAddressBooksAsync(AccountId account, CancellationToken cancellationToken)
    {
        await accounts.GetAsync(account, cancellationToken).ConfigureAwait(false);
        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        var taken = (await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false))
            .Where(static connection => connection.DisconnectedAt is null)
            .Select(static connection => connection.AddressBookId)
            .ToHashSet();
        return
        [
            .. (await unit.AddressBooks.GetAllAsync(cancellationToken).ConfigureAwait(false))
                .Where(book => book.DeletedAt is null && !taken.Contains(book.Id) && !ReservedAddressBooks.Contains(book.Name))
                .OrderBy(static book => book.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    public async Task<AddressBookPage> FindFreeAddressBooksAsync(AccountId account, AddressBookQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(query.Skip, nameof(query));
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Take, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Take, 1000, nameof(query));
        var free = await GetFreeAddressBooksAsync(account, cancellationToken).ConfigureAwait(false);
        var text = query.Text.Trim();
        var matching = text.Length == 0 ? free : [.. free.Where(book => book.Name.Contains(text, StringComparison.OrdinalIgnoreCase))];
        return new AddressBookPage([.. matching.Skip(query.Skip).Take(query.Take)], matching.Count, free.Count);
    }

    public async Task<Connection> ConnectAsync(
        AccountId account, string listName, AddressBookChoice addressBook, ConnectionSettings? settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(addressBook);
        var list = await FindAsync(account, listName, cancellationToken).ConfigureAwait(false);
        await CheckOtherAccountsAsync(account, listName, cancellationToken).ConfigureAwait(false);
        await using (var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false))
        {
            // Refused before a book is created for nothing; decided for good in the unit that stores the connection.
            CheckFree(listName, addressBook.Id, await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false), former: null);
        }

        var book = await books.FindOrCreateAsync(account, listName, addressBook, cancellationToken).ConfigureAwait(false);
        var connection = await WriteAsync(
            account,
            async unit =>
            {
                var all = await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false);
                CheckFree(listName, book.Id, all, former: null);
                return await StoreAsync(unit, list, book, settings ?? new ConnectionSettings(), cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return connection;
    }

    public Task<Connection> UpdateAsync(AccountId account, string listName, ConnectionSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return ChangeAsync(
            account,
            listName,
            (connection, _) => connection with
            {
                CreateEntities = CheckWriter(lists.Find(listName), settings.CreateEntities) ?? connection.CreateEntities,
                OptOutAction = settings.OptOutAction ?? connection.OptOutAction,
                LeaverAction = settings.LeaverAction,
            },
            cancellationToken);
    }

    public Task<Connection> EnableAsync(AccountId account, string listName, CancellationToken cancellationToken) => ChangeAsync(
        account,
        listName,
        (connection, book) => book is not { DeletedAt: null }
            ? throw new MarketingListException(listName, $"cannot be enabled: its address book is gone from account '{account}'; switch it to another book.")
            : connection.IsEnabled ? connection : connection with { IsEnabled = true, RefreshRequested = true },
        cancellationToken);

    public Task<Connection> DisableAsync(AccountId account, string listName, CancellationToken cancellationToken) =>
        ChangeAsync(account, listName, static (connection, _) => connection with { IsEnabled = false }, cancellationToken);

    public async Task<Connection> SwitchAsync(AccountId account, string listName, AddressBookChoice addressBook, MembersOnDisconnect members, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(addressBook);
        var list = await FindAsync(account, listName, cancellationToken).ConfigureAwait(false);
        await using (var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false))
        {
            var former = Current(account, listName, await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false));
            CheckFree(listName, addressBook.Id, await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false), former);
        }

        var book = await books.FindOrCreateAsync(account, listName, addressBook, cancellationToken).ConfigureAwait(false);
        return await WriteAsync(
            account,
            async unit =>
            {
                var all = await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false);
                var former = Current(account, listName, all);
                CheckFree(listName, book.Id, all, former);
                await EndAsync(unit, former, members, cancellationToken).ConfigureAwait(false);
                var settings = new ConnectionSettings { CreateEntities = former.CreateEntities, OptOutAction = former.OptOutAction, LeaverAction = former.LeaverAction };
                return await StoreAsync(unit, list, book, settings, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async Task<Connection> DisconnectAsync(AccountId account, string listName, MembersOnDisconnect members, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(listName);
        await accounts.GetAsync(account, cancellationToken).ConfigureAwait(false);
        return await WriteAsync(
            account,
            async unit =>
            {
                var connection = Current(account, listName, await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false));
                var book = (await unit.AddressBooks.GetAllAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(book => book.Id == connection.AddressBookId);
                return Connection.From(await EndAsync(unit, connection, members, cancellationToken).ConfigureAwait(false), book);
            },
            cancellationToken).ConfigureAwait(false);
    }

    public Task RefreshAsync(AccountId account, string listName, CancellationToken cancellationToken) =>
        ChangeAsync(account, listName, static (connection, _) => connection with { RefreshRequested = true }, cancellationToken);

    public async Task<long> ReleaseStalledAsync(AccountId account, string listName, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(listName);
        await accounts.GetAsync(account, cancellationToken).ConfigureAwait(false);
        int connectionId;
        await using (var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false))
        {
            connectionId = Current(account, listName, await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false)).Id;
        }

        var report = await runner.RunAsync(
            account,
            JobNames.ExportStatus,
            null,
            null,
            (run, steps, token) => steps.RunAsync(StepNames.CheckBatches, listName, t => CheckBatchesStep.GiveUpAsync(run, connectionId, t), token),
            cancellationToken).ConfigureAwait(false);
        if (report.WasBusy)
        {
            throw new AccountBusyException(account);
        }

        if (report.Steps.FirstOrDefault(static step => step is { Step: StepNames.CheckBatches, Exception: not null })?.Exception is { } failed)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failed);
        }

        await store.Locks.RequestAsync(account, JobNames.Cycle, cancellationToken).ConfigureAwait(false);
        return report.Steps.Sum(static step => string.Equals(step.Step, StepNames.CheckBatches, StringComparison.Ordinal) ? step.Removed : 0);
    }

    public async Task RequestSyncAsync(AccountId account, string listName, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(listName);
        await accounts.GetAsync(account, cancellationToken).ConfigureAwait(false);
        await using (var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false))
        {
            Current(account, listName, await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false));
        }

        await store.Locks.RequestAsync(account, JobNames.Cycle, cancellationToken).ConfigureAwait(false);
    }

    public async Task<long> ReleaseHeldAsync(AccountId account, string listName, string? reason, string? itemId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(listName);
        await accounts.GetAsync(account, cancellationToken).ConfigureAwait(false);
        int connectionId;
        await using (var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false))
        {
            connectionId = Current(account, listName, await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false)).Id;
        }

        var released = await HeldMembers.ReleaseAsync(token => store.BeginAsync(account, token), connectionId, reason, itemId, cancellationToken).ConfigureAwait(false);
        await store.Locks.RequestAsync(account, JobNames.Cycle, cancellationToken).ConfigureAwait(false);
        return released;
    }

    public Task ConfirmRemovalAsync(AccountId account, string listName, long leavers, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(leavers, 1);
        return ChangeAsync(
            account,
            listName,
            (connection, _) => connection.PendingRemoval is null
                ? throw new MarketingListException(listName, "has no removal that waits for a confirmation.")
                : connection with { ConfirmedRemovals = leavers },
            cancellationToken);
    }

    /// <summary>Changes a list's connection, live or disabled, and asks for a run.</summary>
    private async Task<Connection> ChangeAsync(
        AccountId account, string listName, Func<ConnectionRecord, AddressBookRecord?, ConnectionRecord> change, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(listName);
        await accounts.GetAsync(account, cancellationToken).ConfigureAwait(false);
        return await WriteAsync(
            account,
            async unit =>
            {
                var connection = Current(account, listName, await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false));
                var book = (await unit.AddressBooks.GetAllAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(book => book.Id == connection.AddressBookId);
                return Connection.From(await unit.Connections.SaveAsync(change(connection, book), cancellationToken).ConfigureAwait(false), book);
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<Connection> WriteAsync(AccountId account, Func<IUnitOfWork, Task<Connection>> write, CancellationToken cancellationToken)
    {
        Connection written;
        await using (var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false))
        {
            // A write that changes nothing takes the turn to write: what is read after it cannot be changed meanwhile.
            await unit.Memberships.DeleteAsync([], cancellationToken).ConfigureAwait(false);
            written = await write(unit).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        await store.Locks.RequestAsync(account, JobNames.Cycle, cancellationToken).ConfigureAwait(false);
        return written;
    }

    private async Task<Connection> StoreAsync(IUnitOfWork unit, MarketingList list, AddressBookRecord book, ConnectionSettings settings, CancellationToken cancellationToken)
    {
        var stored = (await unit.AddressBooks.GetAllAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(known => known.Id == book.Id);
        if (stored is not { DeletedAt: null })
        {
            stored = (stored ?? book) with { DeletedAt = null };
            await unit.AddressBooks.SaveAsync([stored], cancellationToken).ConfigureAwait(false);
        }

        var connection = await unit.Connections.SaveAsync(
            new ConnectionRecord
            {
                Id = 0,
                ListName = list.Name,
                AddressBookId = book.Id,
                ConnectedAt = time.GetUtcNow(),
                CreateEntities = CheckWriter(list, settings.CreateEntities) ?? list.CreateEntities,
                OptOutAction = settings.OptOutAction ?? list.OptOutAction,
                LeaverAction = settings.LeaverAction,
            },
            cancellationToken).ConfigureAwait(false);
        return Connection.From(connection, stored);
    }

    /// <summary>Ends a connection. What its items were still to be told is not told any more.</summary>
    private async Task<ConnectionRecord> EndAsync(IUnitOfWork unit, ConnectionRecord connection, MembersOnDisconnect members, CancellationToken cancellationToken)
    {
        await unit.HostWrites.DeleteAllAsync(connection.Id, cancellationToken).ConfigureAwait(false);
        return await unit.Connections.SaveAsync(
            connection with
            {
                DisconnectedAt = time.GetUtcNow(),
                AddedMembers = members == MembersOnDisconnect.RemoveAdded ? AddedMembersState.Leaving : AddedMembersState.Stay,
                PendingRemoval = null,
                ConfirmedRemovals = 0,
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static bool? CheckWriter(MarketingList? list, bool? createsEntities) => createsEntities is true && list is { Writer: null }
        ? throw new MarketingListException(list.Name, "cannot create entities: it has no writer; give it one (MarketingList.Writer; with EF Core, declare .CreateEntities()), or leave it off.")
        : createsEntities;

    private static void CheckFree(string listName, int? addressBookId, IReadOnlyList<ConnectionRecord> connections, ConnectionRecord? former)
    {
        var open = connections.Where(connection => connection.DisconnectedAt is null && connection.Id != former?.Id).ToList();
        if (open.Find(connection => string.Equals(connection.ListName, listName, StringComparison.Ordinal)) is { } own)
        {
            throw new MarketingListException(listName, $"is connected to address book {own.AddressBookId} already: switch it to the other book, or disconnect it first.");
        }

        if (former is not null && former.AddressBookId == addressBookId)
        {
            throw new MarketingListException(listName, "is connected to that address book already.");
        }

        if (open.Find(connection => connection.AddressBookId == addressBookId) is { } taken)
        {
            throw new MarketingListException(listName, $"cannot be connected to address book {addressBookId}: marketing list '{taken.ListName}' is; connect each list to a book of its own.");
        }
    }

    private async Task CheckOtherAccountsAsync(AccountId account, string listName, CancellationToken cancellationToken)
    {
        foreach (var other in (await accounts.GetAllAsync(cancellationToken).ConfigureAwait(false)).Select(static known => known.Id).Where(id => id != account))
        {
            await using var unit = await store.BeginAsync(other, cancellationToken).ConfigureAwait(false);
            var connections = await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false);
            if (connections.Any(connection => connection.DisconnectedAt is null && string.Equals(connection.ListName, listName, StringComparison.Ordinal)))
            {
                throw new MarketingListException(listName, $"is connected in account '{other}': disconnect it there first; a list goes to one address book.");
            }
        }
    }

    private static ConnectionRecord Current(AccountId account, string listName, IReadOnlyList<ConnectionRecord> connections) =>
        connections.FirstOrDefault(connection => connection.DisconnectedAt is null && string.Equals(connection.ListName, listName, StringComparison.Ordinal))
        ?? throw new MarketingListException(listName, $"is not connected to an address book of account '{account}'; connect it first.");

    private async Task<MarketingList> FindAsync(AccountId account, string listName, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(listName);
        await accounts.GetAsync(account, cancellationToken).ConfigureAwait(false);
        return lists.Find(listName) ?? throw new MarketingListException(listName, "is not declared: add it with AddMarketingList, or correct the name.");
    }
}
