using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>Reads a list's state in one snapshot of the store.</summary>
internal sealed class MarketingListStatusReader(ISyncStore store) : IMarketingListStatusReader
{
    private static readonly BatchState[] Unsettled = [BatchState.Sending, BatchState.Sent, BatchState.Ended, BatchState.Stalled];

    public async Task<MarketingListStatus?> GetListStatusAsync(AccountId account, string listName, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(listName);
        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        var connections = await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false);
        var connection = connections.FirstOrDefault(connection => connection.DisconnectedAt is null && string.Equals(connection.ListName, listName, StringComparison.Ordinal));
        if (connection is null)
        {
            return null;
        }

        var books = (await unit.AddressBooks.GetAllAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(static book => book.Id);
        return (await ReadAsync(unit, [connection], books, cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>The states of some connections, in their order; the number of statements does not depend on how many there are.</summary>
    public static async Task<IReadOnlyList<MarketingListStatus>> ReadAsync(
        IUnitOfWork unit, IReadOnlyList<ConnectionRecord> connections, Dictionary<int, AddressBookRecord> books, CancellationToken cancellationToken)
    {
        IReadOnlyCollection<int> ids = [.. connections.Select(static connection => connection.Id)];
        var counts = await unit.Memberships.CountAsync(ids, cancellationToken).ConfigureAwait(false);
        var writes = await unit.HostWrites.CountAsync(ids, cancellationToken).ConfigureAwait(false);
        var open = (await unit.Batches.GetAsync(Unsettled, cancellationToken).ConfigureAwait(false)).ToLookup(static batch => batch.ConnectionId);
        return
        [
            .. connections.Select(connection => Of(
                connection, books.GetValueOrDefault(connection.AddressBookId), counts.GetValueOrDefault(connection.Id, []), writes.GetValueOrDefault(connection.Id), open[connection.Id].Count())),
        ];
    }

    private static MarketingListStatus Of(
        ConnectionRecord connection, AddressBookRecord? book, IReadOnlyList<MembershipCount> counts, (long Waiting, long Refused) writes, int openBatches)
    {
        return new MarketingListStatus
        {
            ListName = connection.ListName,
            AddressBookId = connection.AddressBookId,
            AddressBook = book?.Name ?? string.Empty,
            AddressBookContacts = book?.ContactCount ?? 0,
            IsEnabled = connection.IsEnabled && book is { DeletedAt: null },
            ExportStatus = book?.ExportStatus,
            LastExportedAt = book?.LastExportedAt,
            LastImportedAt = book?.LastImportedAt,
            Clean = In(ExportState.Clean),
            Due = In(ExportState.Due),
            InBatch = In(ExportState.InBatch),
            Held = In(ExportState.Held),
            Faulted = In(ExportState.Faulted),
            PendingRemoval = connection.ConfirmedRemovals > 0 ? null : connection.PendingRemoval,
            HostWritesWaiting = writes.Waiting,
            HostWritesRefused = writes.Refused,
            OpenBatches = openBatches,
        };

        long In(ExportState state) => counts.Where(count => count.State == state).Sum(static count => count.Count);
    }
}
