using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>One run of one account under its lock: what every step needs and nothing that one step tells another.</summary>
internal sealed record AccountRun
{
    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>The account's settings.</summary>
    public required AccountSettings Settings { get; init; }

    /// <summary>The engine's settings, with the account's own intervals.</summary>
    public required DotdigitalIntegrationOptions Options { get; init; }

    /// <summary>Whether there is an account of an id, configured or stored.</summary>
    public Func<AccountId, bool> IsKnownAccount { get; init; } = static _ => true;

    /// <summary>The API of this account; not there while the run has not connected.</summary>
    public IDotdigitalClient Client
    {
        get => field ?? throw new InvalidOperationException("The run has not connected to Dotdigital.");
        init;
    }

    /// <summary>The engine's state.</summary>
    public required ISyncStore Store { get; init; }

    /// <summary>The right to write it.</summary>
    public required AccountLease Lease { get; init; }

    /// <summary>Our clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>All marketing lists that the host declared.</summary>
    public required MarketingListCatalogue Lists { get; init; }

    /// <summary>Traces and metrics.</summary>
    public required SyncTelemetry Telemetry { get; init; }

    /// <summary>An instant of Dotdigital's clock not later than the run's first read: where watermarks move to (rule W-1). In runs that read nothing by date, our own clock's.</summary>
    public required DateTimeOffset DotdigitalBegin { get; init; }

    /// <summary>Only this connection's list is run; null for all (rule CN-3).</summary>
    public string? OnlyList { get; init; }

    /// <summary>Where progress is told.</summary>
    public IProgress<SyncProgress>? Progress { get; init; }

    /// <summary>Where others see how the run stands.</summary>
    public LiveRun? Live { get; init; }

    /// <summary>Whether a step that began to read at <paramref name="started"/> is to stop after its page, so that other runs have their turn (rule W-2).</summary>
    public bool IsSliceOver(long started) => Time.GetElapsedTime(started) >= Options.LongReadSlice;

    /// <summary>Begins a unit of work under the lease.</summary>
    public Task<IUnitOfWork> BeginAsync(CancellationToken cancellationToken) => Store.BeginAsync(Lease, cancellationToken);

    /// <summary>Tells progress.</summary>
    public void Tell(string step, string scope, long done, long? total = null)
    {
        var progress = new SyncProgress(Account, step, scope, done, total);
        Live?.Tell(progress);
        Progress?.Report(progress);
    }

    /// <summary>The live connections of this run whose list the host still declares, by id, with their lists.</summary>
    public async Task<IReadOnlyList<ConnectedList>> GetConnectedListsAsync(CancellationToken cancellationToken) =>
        [.. (await GetAllConnectedListsAsync(cancellationToken).ConfigureAwait(false)).Where(list => OnlyList is null || string.Equals(OnlyList, list.List.Name, StringComparison.Ordinal))];

    /// <summary>The newest connection of every declared list that has no live one, where its book still exists: opt-outs go on after a disconnect (rules OP-3, CN-2).</summary>
    public Task<IReadOnlyList<ConnectedList>> GetEndedListsAsync(CancellationToken cancellationToken) => JoinAsync(
        connections =>
            from ofList in connections.GroupBy(static connection => connection.ListName, StringComparer.Ordinal)
            where (OnlyList is null || string.Equals(OnlyList, ofList.Key, StringComparison.Ordinal)) && !ofList.Any(static connection => connection.IsLive)
            select ofList.MaxBy(static connection => connection.Id),
        static book => book.DeletedAt is null,
        cancellationToken);

    /// <summary>All live connections of the account, also those that this run leaves alone.</summary>
    public Task<IReadOnlyList<ConnectedList>> GetAllConnectedListsAsync(CancellationToken cancellationToken) => JoinAsync(
        static connections => connections.Where(static connection => connection.IsLive),
        static _ => true,
        cancellationToken);

    /// <summary>The chosen connections whose list is declared and whose book is stored, by id, with their effective mappings. The host is asked for its fields only when the unit is over.</summary>
    private async Task<IReadOnlyList<ConnectedList>> JoinAsync(
        Func<IReadOnlyList<ConnectionRecord>, IEnumerable<ConnectionRecord>> choose, Func<AddressBookRecord, bool> isWanted, CancellationToken cancellationToken)
    {
        List<ConnectedList> found;
        await using (var unit = await BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            var connections = await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false);
            var books = (await unit.AddressBooks.GetAllAsync(cancellationToken).ConfigureAwait(false)).Where(isWanted).ToDictionary(static book => book.Id);
            var stored = await unit.Mappings.GetAllAsync(cancellationToken).ConfigureAwait(false);
            found =
            [
                .. from connection in choose(connections)
                   let list = Lists.Find(connection.ListName)
                   where list is not null && books.ContainsKey(connection.AddressBookId)
                   orderby connection.Id
                   select new ConnectedList(connection, list, books[connection.AddressBookId]) { StoredMapping = EffectiveMapping.Of(list, stored) },
            ];
        }

        for (var i = 0; i < found.Count; i++)
        {
            var effective = await EffectiveMapping.ApplyAsync(Lists, found[i].List, found[i].StoredMapping, cancellationToken).ConfigureAwait(false);
            found[i] = found[i] with { List = effective };
        }

        return found;
    }
}
