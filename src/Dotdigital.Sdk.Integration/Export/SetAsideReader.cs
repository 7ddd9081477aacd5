using System.Runtime.CompilerServices;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>Reads set-aside rows a page and a unit at a time, so that no transaction is open while the caller works.</summary>
internal sealed class SetAsideReader(ISyncStore store) : ISetAsideReader
{
    private const int PageSize = 1000;

    public async Task<IReadOnlyDictionary<string, long>> CountAsync(AccountId account, string listName, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(listName);
        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        return await CountAsync(unit, listName, await ConnectionsAsync(unit, listName, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<SetAsideCount>> CountAllAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        var lists = (await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false))
            .Where(static connection => connection.DisconnectedAt is null)
            .ToDictionary(static connection => connection.Id, static connection => connection.ListName);
        var names = lists.Values.ToHashSet(StringComparer.Ordinal);
        var items = (await unit.ListItems.CountSetAsideAsync(cancellationToken).ConfigureAwait(false))
            .Where(item => names.Contains(item.ListName))
            .Select(static item => new SetAsideCount(item.ListName, item.Reason, item.Count, 0));
        var members = (await unit.Memberships.CountReasonsAsync(lists.Keys, cancellationToken).ConfigureAwait(false))
            .Select(member => new SetAsideCount(lists[member.ConnectionId], member.Reason, member.Count, IsReleasable(member) ? member.Count : 0));
        return
        [
            .. items.Concat(members)
                .GroupBy(static count => (count.ListName, count.Reason))
                .Select(static group => new SetAsideCount(group.Key.ListName, group.Key.Reason, group.Sum(static count => count.Count), group.Sum(static count => count.Releasable)))
                .OrderBy(static count => count.ListName, StringComparer.Ordinal)
                .ThenBy(static count => count.Reason, StringComparer.Ordinal),
        ];
    }

    private static bool IsReleasable(MembershipReasonCount member) =>
        member.State == ExportState.Held && !string.Equals(member.Reason, SetAsideReason.OptOutReported, StringComparison.Ordinal);

    /// <summary>Counts in a unit that is open already.</summary>
    public static async Task<SortedDictionary<string, long>> CountAsync(IUnitOfWork unit, string listName, IEnumerable<int> connectionIds, CancellationToken cancellationToken)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        Add(await unit.ListItems.CountSetAsideAsync(listName, cancellationToken).ConfigureAwait(false));
        foreach (var id in connectionIds)
        {
            Add(await unit.Memberships.CountReasonsAsync(id, cancellationToken).ConfigureAwait(false));
        }

        return counts;

        void Add(IReadOnlyDictionary<string, long> found)
        {
            foreach (var (reason, count) in found)
            {
                counts[reason] = counts.GetValueOrDefault(reason) + count;
            }
        }
    }

    public async IAsyncEnumerable<SetAsideItem> ReadAsync(AccountId account, string listName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(listName);
        string? afterItem = null;
        while (await ItemsAsync(account, listName, afterItem, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
        {
            afterItem = page[^1].ItemId;
            foreach (var item in page)
            {
                yield return new SetAsideItem { ItemId = item.ItemId, Reason = item.Reason, Detail = item.Detail, Since = item.At };
            }
        }

        IReadOnlyList<int> connections;
        await using (var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false))
        {
            connections = await ConnectionsAsync(unit, listName, cancellationToken).ConfigureAwait(false);
        }

        foreach (var connection in connections)
        {
            foreach (var state in (ExportState[])[ExportState.Held, ExportState.Faulted])
            {
                MembershipKey? after = null;
                while (await MembersAsync(account, connection, state, after, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
                {
                    after = new MembershipKey(page[^1].Membership.AddressBookId, page[^1].Contact.Id);
                    foreach (var (membership, contact) in page)
                    {
                        yield return new SetAsideItem
                        {
                            ItemId = membership.ItemId,
                            Email = contact.Email.Value,
                            Reason = membership.State.Reason ?? SetAsideReason.Unknown,
                            Detail = membership.LastFault,
                        };
                    }
                }
            }
        }
    }

    private static async Task<IReadOnlyList<int>> ConnectionsAsync(IUnitOfWork unit, string listName, CancellationToken cancellationToken) =>
        [
            .. (await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false))
                .Where(connection => connection.DisconnectedAt is null && string.Equals(connection.ListName, listName, StringComparison.Ordinal))
                .Select(static connection => connection.Id),
        ];

    private async Task<IReadOnlyList<SetAsideRecord>> ItemsAsync(AccountId account, string listName, string? after, CancellationToken cancellationToken)
    {
        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        return await unit.ListItems.PageSetAsideAsync(listName, after, PageSize, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<MembershipView>> MembersAsync(AccountId account, int connection, ExportState state, MembershipKey? after, CancellationToken cancellationToken)
    {
        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        return await unit.Memberships.PageAsync(new MembershipFilter { ConnectionId = connection, State = state }, after, PageSize, cancellationToken).ConfigureAwait(false);
    }
}
