using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>Reads a list's state in one snapshot of the store.</summary>
internal sealed class MarketingListStatusReader(ISyncStore store) : IMarketingListStatusReader
{
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

        var books = await unit.AddressBooks.GetAllAsync(cancellationToken).ConfigureAwait(false);
        var book = books.FirstOrDefault(book => book.Id == connection.AddressBookId);
        var counts = await unit.Memberships.CountAsync(connection.Id, cancellationToken).ConfigureAwait(false);
        var (waiting, refused) = await unit.HostWrites.CountAsync(connection.Id, cancellationToken).ConfigureAwait(false);
        var open = await unit.Batches.GetAsync([BatchState.Sending, BatchState.Sent, BatchState.Ended, BatchState.Stalled], cancellationToken).ConfigureAwait(false);
        return new MarketingListStatus
        {
            ListName = listName,
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
            HostWritesWaiting = waiting,
            HostWritesRefused = refused,
            OpenBatches = open.Count(batch => batch.ConnectionId == connection.Id),
        };

        long In(ExportState state) => counts.Where(count => count.State == state).Sum(static count => count.Count);
    }
}
