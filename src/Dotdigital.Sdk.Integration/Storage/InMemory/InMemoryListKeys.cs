using Dotdigital.Sdk.Integration.Contacts;

namespace Dotdigital.Sdk.Integration.Storage.InMemory;

internal sealed class InMemoryListKeys(UnitState unit) : IListKeyRepository
{
    public Task ClearAsync(int connectionId, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { StagedKeys = state.StagedKeys.Remove([.. After(state, connectionId, null).Select(KeyOf)]) },
        cancellationToken);

    public Task AddAsync(int connectionId, IReadOnlyCollection<StagedKey> keys, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { StagedKeys = state.StagedKeys.Set(keys.Select(key => new StagedEntry(connectionId, key, IsDuplicate: false)), KeyOf) },
        cancellationToken);

    public async Task<int> NoteAppearedAsync(int connectionId, CancellationToken cancellationToken)
    {
        var appeared = new List<MembershipRecord>();
        await unit.ChangeAsync(
            state =>
            {
                appeared.AddRange(state.Memberships.Rows
                    .Where(membership => membership.ConnectionId == connectionId && membership is { CameFromRemote: true, ItemId: not null } && IsStaged(state, membership))
                    .Select(static membership => membership with
                    {
                        CameFromRemote = false,
                        State = membership.State.Kind == ExportState.Clean ? MembershipState.Due(ExportOperation.Update) : membership.State,
                    }));
                return state with { Memberships = state.Memberships.Set(appeared, static membership => new MembershipKey(membership.AddressBookId, membership.ContactId)) };
            },
            cancellationToken).ConfigureAwait(false);
        return appeared.Count;
    }

    public Task<long> CountAsync(int connectionId, CancellationToken cancellationToken) =>
        Task.FromResult(After(unit.Current, connectionId, null).LongCount());

    public async Task<int> MarkDuplicatesAsync(int connectionId, CancellationToken cancellationToken)
    {
        var marked = 0;
        await unit.ChangeAsync(
            state =>
            {
                var seen = new HashSet<EmailAddress>();
                var judged = After(state, connectionId, null).Select(entry => entry with { IsDuplicate = !entry.Key.IsOptedOut && !seen.Add(entry.Key.Email) }).ToList();
                marked = judged.Count(static entry => entry.IsDuplicate);
                return state with { StagedKeys = state.StagedKeys.Set(judged, KeyOf) };
            },
            cancellationToken).ConfigureAwait(false);
        return marked;
    }

    public Task<IReadOnlyList<StagedKey>> PageDuplicatesAsync(int connectionId, string? afterItemId, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StagedKey>>(
            [.. After(unit.Current, connectionId, afterItemId).Where(static entry => entry.IsDuplicate).Take(take).Select(static entry => entry.Key)]);

    public Task<IReadOnlyList<StagedKey>> FindAsync(int connectionId, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken)
    {
        var wanted = itemIds.ToHashSet(StringComparer.Ordinal);
        return Task.FromResult<IReadOnlyList<StagedKey>>(
            [.. After(unit.Current, connectionId, null).Where(entry => !entry.IsDuplicate && wanted.Contains(entry.Key.ItemId)).Select(static entry => entry.Key)]);
    }

    public Task<IReadOnlyList<StagedMatch>> PageUnmatchedAsync(int connectionId, string listName, string? afterItemId, int take, CancellationToken cancellationToken)
    {
        var state = unit.Current;
        var members = state.Memberships.Rows
            .Where(membership => membership.ConnectionId == connectionId && membership.ItemId is not null)
            .SelectMany(membership => InMemoryMemberships.View(state, membership))
            .ToLookup(static view => view.Membership.ItemId!, StringComparer.Ordinal);
        return Task.FromResult<IReadOnlyList<StagedMatch>>(
            [
                .. After(state, connectionId, afterItemId)
                    .Where(entry => !entry.IsDuplicate && !entry.Key.IsOptedOut && !state.ListItems.Contains((listName, entry.Key.ItemId)))
                    .SelectMany(entry => members[entry.Key.ItemId].Cast<MembershipView?>().DefaultIfEmpty().Select(view => new StagedMatch(entry.Key, view)))
                    .Where(static match => match.Current is null || match.Current.Contact.Email != match.Key.Email
                        || match.Current.Membership.State is { Kind: ExportState.Due, Operation: ExportOperation.Remove or ExportOperation.Rename })
                    .Take(take),
            ]);
    }

    public Task<IReadOnlyList<MembershipView>> PageLeaversAsync(int connectionId, long afterContactId, int take, CancellationToken cancellationToken)
    {
        var state = unit.Current;
        var wanted = new Lazy<HashSet<EmailAddress>>(() => WantedAddresses(state, connectionId));
        return Task.FromResult<IReadOnlyList<MembershipView>>(
            [
                .. state.Memberships.After(new MembershipKey(int.MaxValue, afterContactId))
                    .Where(membership => membership.ConnectionId == connectionId && MayLeave(membership) && !IsStaged(state, membership))
                    .SelectMany(membership => InMemoryMemberships.View(state, membership))
                    .Where(view => view.Contact.Status.Reachability != Reachability.OptedOut && !wanted.Value.Contains(view.Contact.Email))
                    .Take(take),
            ]);
    }

    public Task<LeaverCount> CountLeaversAsync(int connectionId, CancellationToken cancellationToken)
    {
        var state = unit.Current;
        var wanted = WantedAddresses(state, connectionId);
        var members = state.Memberships.Rows
            .Where(membership => membership.ConnectionId == connectionId && membership.IsInBook && MayLeaveSoon(membership))
            .SelectMany(membership => InMemoryMemberships.View(state, membership))
            .Where(static view => view.Contact.Status.Reachability != Reachability.OptedOut)
            .ToList();
        return Task.FromResult(new LeaverCount(members.LongCount(view => !IsStaged(state, view.Membership) && !wanted.Contains(view.Contact.Email)), members.Count));
    }

    public Task<IReadOnlyList<StagedKey>> PageCorrectedAsync(int connectionId, string listName, string? afterItemId, int take, CancellationToken cancellationToken)
    {
        var state = unit.Current;
        return Task.FromResult<IReadOnlyList<StagedKey>>(
            [
                .. After(state, connectionId, afterItemId)
                    .Where(entry => !entry.IsDuplicate && !entry.Key.IsOptedOut
                        && state.ListItems.TryGet((listName, entry.Key.ItemId), out var item) && item.IsUndeliverable && item.Email != entry.Key.Email)
                    .Select(static entry => entry.Key)
                    .Take(take),
            ]);
    }

    public Task<IReadOnlyList<StagedOptOut>> PageOptedOutAsync(
        int connectionId, string listName, int addressBookId, string? afterItemId, int take, CancellationToken cancellationToken)
    {
        var state = unit.Current;
        return Task.FromResult<IReadOnlyList<StagedOptOut>>(
            [
                .. After(state, connectionId, afterItemId)
                    .Where(entry => !state.ListItems.Contains((listName, entry.Key.ItemId)))
                    .SelectMany(entry => WithContact(state, entry.Key, addressBookId))
                    .Where(static row => row.Contact.Status.Reachability == Reachability.OptedOut || row.Membership?.Status.Reachability == Reachability.OptedOut)
                    .Take(take),
            ]);
    }

    public Task<IReadOnlyList<StagedKey>> FindByEmailAsync(int connectionId, IReadOnlyCollection<EmailAddress> emails, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StagedKey>>([.. After(unit.Current, connectionId, null).Where(entry => emails.Contains(entry.Key.Email)).Select(static entry => entry.Key)]);

    public Task DeleteAsync(int connectionId, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { StagedKeys = state.StagedKeys.Remove(itemIds.Select(item => (connectionId, item))) },
        cancellationToken);

    private static (int Connection, string Item) KeyOf(StagedEntry entry) => (entry.ConnectionId, entry.Key.ItemId);

    private static IEnumerable<StagedEntry> After(AccountState state, int connectionId, string? afterItemId) =>
        state.StagedKeys.After((connectionId, afterItemId ?? string.Empty)).TakeWhile(entry => entry.ConnectionId == connectionId);

    private static HashSet<EmailAddress> WantedAddresses(AccountState state, int connectionId) =>
        [.. After(state, connectionId, null).Where(static entry => !entry.IsDuplicate && !entry.Key.IsOptedOut).Select(static entry => entry.Key.Email)];

    private static bool MayLeave(MembershipRecord membership) => membership.State.Kind != ExportState.InBatch && MayLeaveSoon(membership);

    private static bool MayLeaveSoon(MembershipRecord membership) =>
        membership is { ItemId: not null, CameFromRemote: false }
        && membership.State.Operation != ExportOperation.Remove
        && membership.Status.Reachability != Reachability.OptedOut;

    private static bool IsStaged(AccountState state, MembershipRecord membership) =>
        state.StagedKeys.TryGet((membership.ConnectionId!.Value, membership.ItemId!), out var entry) && !entry.IsDuplicate;

    private static IEnumerable<StagedOptOut> WithContact(AccountState state, StagedKey key, int addressBookId)
    {
        if (state.ContactsByEmail.TryGetValue(key.Email, out var id) && state.Contacts.TryGet(id, out var contact))
        {
            yield return new StagedOptOut(key, contact, state.Memberships.TryGet(new MembershipKey(addressBookId, id), out var membership) ? membership : null);
        }
    }
}
