namespace Dotdigital.Sdk.Integration.Storage.InMemory;

internal sealed class InMemoryMemberships(UnitState unit) : IMembershipRepository
{
    public Task<IReadOnlyList<MembershipRecord>> FindByContactAsync(IReadOnlyCollection<long> contactIds, CancellationToken cancellationToken)
    {
        var memberships = unit.Current.Memberships;
        return Task.FromResult<IReadOnlyList<MembershipRecord>>(
            [.. contactIds.Distinct().SelectMany(id => memberships.After(new MembershipKey(int.MinValue, id)).TakeWhile(membership => membership.ContactId == id))]);
    }

    public Task<IReadOnlyList<MembershipView>> FindByItemAsync(int connectionId, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken)
    {
        var state = unit.Current;
        return Task.FromResult<IReadOnlyList<MembershipView>>([.. OfItems(state, connectionId, itemIds).SelectMany(membership => View(state, membership))]);
    }

    public Task<IReadOnlyList<MembershipView>> PageAsync(MembershipFilter filter, MembershipKey? after, int take, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var state = unit.Current;
        var rows = after is { } key ? state.Memberships.After(key) : state.Memberships.Rows;
        return Task.FromResult<IReadOnlyList<MembershipView>>(
            [.. rows.Where(membership => Meets(filter, membership)).SelectMany(membership => View(state, membership)).Take(take)]);
    }

    public Task<IReadOnlyList<MembershipCount>> CountAsync(int connectionId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<MembershipCount>>(
        [
            .. unit.Current.Memberships.Rows
                .Where(membership => membership.ConnectionId == connectionId)
                .GroupBy(static membership => (membership.State.Kind, membership.State.Operation))
                .OrderBy(static group => group.Key)
                .Select(static group => new MembershipCount(group.Key.Kind, group.Key.Operation, group.LongCount())),
        ]);

    public Task<IReadOnlyDictionary<int, IReadOnlyList<MembershipCount>>> CountAsync(IReadOnlyCollection<int> connectionIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<int, IReadOnlyList<MembershipCount>>>(
            unit.Current.Memberships.Rows
                .Where(membership => membership.ConnectionId is { } id && connectionIds.Contains(id))
                .GroupBy(static membership => membership.ConnectionId!.Value)
                .ToDictionary(
                    static connection => connection.Key,
                    static IReadOnlyList<MembershipCount> (connection) =>
                    [
                        .. connection
                            .GroupBy(static membership => (membership.State.Kind, membership.State.Operation))
                            .OrderBy(static group => group.Key)
                            .Select(static group => new MembershipCount(group.Key.Kind, group.Key.Operation, group.LongCount())),
                    ]));

    public Task<IReadOnlyDictionary<string, long>> CountReasonsAsync(int connectionId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, long>>(
            unit.Current.Memberships.Rows
                .Where(membership => membership.ConnectionId == connectionId && membership.State is { Kind: ExportState.Held or ExportState.Faulted })
                .GroupBy(static membership => membership.State.Reason ?? SetAsideReason.Unknown, StringComparer.Ordinal)
                .ToDictionary(static group => group.Key, static group => group.LongCount(), StringComparer.Ordinal));

    public Task<IReadOnlyList<MembershipReasonCount>> CountReasonsAsync(IReadOnlyCollection<int> connectionIds, CancellationToken cancellationToken)
    {
        var wanted = connectionIds.ToHashSet();
        return Task.FromResult<IReadOnlyList<MembershipReasonCount>>(
        [
            .. unit.Current.Memberships.Rows
                .Where(membership => membership.ConnectionId is { } connection && wanted.Contains(connection) && membership.State is { Kind: ExportState.Held or ExportState.Faulted })
                .GroupBy(static membership => (Connection: membership.ConnectionId!.Value, membership.State.Kind, Reason: membership.State.Reason ?? SetAsideReason.Unknown))
                .Select(static group => new MembershipReasonCount(group.Key.Connection, group.Key.Kind, group.Key.Reason, group.LongCount())),
        ]);
    }

    public Task SaveAsync(IReadOnlyCollection<MembershipRecord> memberships, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => Set(state, memberships),
        cancellationToken);

    public Task DeleteAsync(IReadOnlyCollection<MembershipKey> keys, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { Memberships = state.Memberships.Remove(keys) },
        cancellationToken);

    public async Task<int> MarkForComparisonAsync(int connectionId, CancellationToken cancellationToken)
    {
        var marked = new List<MembershipRecord>();
        await unit.ChangeAsync(
            state =>
            {
                marked.AddRange(state.Memberships.Rows
                    .Where(membership => membership.ConnectionId == connectionId && membership.ItemId is not null && (membership.State == MembershipState.Clean || membership.State == MembershipState.Faulted(SetAsideReason.MisfitValue)))
                    .Select(static membership => membership with { State = MembershipState.Due(ExportOperation.Update) }));
                return Set(
                    state,
                    [
                        .. marked,
                        .. state.Memberships.Rows
                            .Where(membership => membership.ConnectionId == connectionId && membership is { ItemId: not null, State.Kind: ExportState.InBatch })
                            .Select(static membership => membership with { UpdateVersion = membership.UpdateVersion + 1 }),
                    ]);
            },
            cancellationToken).ConfigureAwait(false);
        return marked.Count;
    }

    public async Task<int> RaiseAsync(int connectionId, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken)
    {
        var raised = new List<MembershipRecord>();
        await unit.ChangeAsync(
            state =>
            {
                raised.AddRange(OfItems(state, connectionId, itemIds).Select(membership => Raise(state, membership)));
                return Set(state, raised);
            },
            cancellationToken).ConfigureAwait(false);
        return raised.Count;
    }

    internal static IEnumerable<MembershipView> View(AccountState state, MembershipRecord membership) =>
        state.Contacts.TryGet(membership.ContactId, out var contact) ? [new MembershipView(membership, contact)] : [];

    private static MembershipRecord Raise(AccountState state, MembershipRecord membership)
    {
        var raised = membership with { UpdateVersion = membership.UpdateVersion + 1 };
        if (membership.State.Kind is ExportState.Due or ExportState.InBatch
            || string.Equals(membership.State.Reason, SetAsideReason.OptOutReported, StringComparison.Ordinal))
        {
            return raised;
        }

        var isKnown = state.Contacts.TryGet(membership.ContactId, out var contact) && contact.RemoteId is not null;
        var operation = membership.IsInBook ? ExportOperation.Update : isKnown ? ExportOperation.Add : ExportOperation.New;
        return raised with { State = MembershipState.Due(operation), Failures = 0, LastFault = null };
    }

    private static IEnumerable<MembershipRecord> OfItems(AccountState state, int connectionId, IReadOnlyCollection<string> itemIds)
    {
        var items = itemIds.ToHashSet(StringComparer.Ordinal);
        return state.Memberships.Rows.Where(membership => membership.ConnectionId == connectionId && membership.ItemId is not null && items.Contains(membership.ItemId));
    }

    private static AccountState Set(AccountState state, IEnumerable<MembershipRecord> memberships) => state with
    {
        Memberships = state.Memberships.Set(memberships, static membership => new MembershipKey(membership.AddressBookId, membership.ContactId)),
    };

    private static bool Meets(MembershipFilter filter, MembershipRecord membership) =>
        (filter.AddressBookId is not { } book || membership.AddressBookId == book)
        && (filter.ConnectionId is not { } connection || membership.ConnectionId == connection)
        && (filter.State is not { } state || membership.State.Kind == state)
        && (filter.ReadyAt is not { } ready || membership.NotBefore is null || membership.NotBefore <= ready)
        && (filter.Operations.Count == 0 || filter.Operations.Contains(membership.State.Operation));
}
