using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>One run of one account under its lock: what every step needs and nothing that one step tells another.</summary>
internal sealed class AccountRun
{
    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>The account's settings.</summary>
    public required AccountSettings Settings { get; init; }

    /// <summary>The engine's settings.</summary>
    public required DotdigitalIntegrationOptions Options { get; init; }

    /// <summary>The API of this account.</summary>
    public required IDotdigitalClient Client { get; init; }

    /// <summary>The engine's state.</summary>
    public required ISyncStore Store { get; init; }

    /// <summary>The right to write it.</summary>
    public required AccountLease Lease { get; init; }

    /// <summary>Our clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>All marketing lists that the host declared.</summary>
    public required MarketingListCatalogue Lists { get; init; }

    /// <summary>An instant of Dotdigital's clock not later than the run's first read: where watermarks move to (rule W-1). In runs that read nothing by date, our own clock's.</summary>
    public required DateTimeOffset DotdigitalBegin { get; init; }

    /// <summary>Only this connection's list is run; null for all (rule CN-3).</summary>
    public string? OnlyList { get; init; }

    /// <summary>Where progress is told.</summary>
    public IProgress<SyncProgress>? Progress { get; init; }

    /// <summary>This run with its instant of Dotdigital's clock.</summary>
    public AccountRun At(DateTimeOffset dotdigitalBegin) => new()
    {
        Account = Account,
        Settings = Settings,
        Options = Options,
        Client = Client,
        Store = Store,
        Lease = Lease,
        Time = Time,
        Lists = Lists,
        DotdigitalBegin = dotdigitalBegin,
        OnlyList = OnlyList,
        Progress = Progress,
    };

    /// <summary>Begins a unit of work under the lease.</summary>
    public Task<IUnitOfWork> BeginAsync(CancellationToken cancellationToken) => Store.BeginAsync(Lease, cancellationToken);

    /// <summary>Tells progress.</summary>
    public void Tell(string step, string scope, long done, long? total = null) =>
        Progress?.Report(new SyncProgress(Account, step, scope, done, total));

    /// <summary>The live connections of this run whose list the host still declares, by id, with their lists.</summary>
    public async Task<IReadOnlyList<ConnectedList>> GetConnectedListsAsync(CancellationToken cancellationToken) =>
        [.. (await GetAllConnectedListsAsync(cancellationToken).ConfigureAwait(false)).Where(list => OnlyList is null || string.Equals(OnlyList, list.List.Name, StringComparison.Ordinal))];

    /// <summary>The newest connection of every declared list that has no live one, where its book still exists: opt-outs go on after a disconnect (rules OP-3, CN-2).</summary>
    public async Task<IReadOnlyList<ConnectedList>> GetEndedListsAsync(CancellationToken cancellationToken)
    {
        await using var unit = await BeginAsync(cancellationToken).ConfigureAwait(false);
        var connections = await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false);
        var books = (await unit.AddressBooks.GetAllAsync(cancellationToken).ConfigureAwait(false)).Where(static book => book.DeletedAt is null).ToDictionary(static book => book.Id);
        return
        [
            .. from ofList in connections.GroupBy(static connection => connection.ListName, StringComparer.Ordinal)
               where (OnlyList is null || string.Equals(OnlyList, ofList.Key, StringComparison.Ordinal)) && !ofList.Any(static connection => connection.IsLive)
               let newest = ofList.MaxBy(static connection => connection.Id)
               let list = Lists.Find(newest.ListName)
               where list is not null && books.ContainsKey(newest.AddressBookId)
               orderby newest.Id
               select new ConnectedList(newest, list, books[newest.AddressBookId]),
        ];
    }

    /// <summary>All live connections of the account, also those that this run leaves alone.</summary>
    public async Task<IReadOnlyList<ConnectedList>> GetAllConnectedListsAsync(CancellationToken cancellationToken)
    {
        await using var unit = await BeginAsync(cancellationToken).ConfigureAwait(false);
        var connections = await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false);
        var books = (await unit.AddressBooks.GetAllAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(static book => book.Id);
        return
        [
            .. from connection in connections
               where connection.IsLive
               let list = Lists.Find(connection.ListName)
               where list is not null && books.ContainsKey(connection.AddressBookId)
               orderby connection.Id
               select new ConnectedList(connection, list, books[connection.AddressBookId]),
        ];
    }
}
