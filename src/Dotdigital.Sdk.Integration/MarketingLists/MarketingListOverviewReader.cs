using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>Reads each account once, in a snapshot of its own, and brings its connections together with what the host declares.</summary>
internal sealed class MarketingListOverviewReader(ISyncStore store, MarketingListCatalogue lists, AccountDirectory accounts) : IMarketingListOverviewReader
{
    public Task<IReadOnlyList<MarketingListOverview>> GetAllAsync(CancellationToken cancellationToken) => ReadAsync([.. lists.All], cancellationToken);

    public async Task<MarketingListOverview?> FindAsync(string listName, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(listName);
        return lists.Find(listName) is { } list ? (await ReadAsync([list], cancellationToken).ConfigureAwait(false))[0] : null;
    }

    private async Task<IReadOnlyList<MarketingListOverview>> ReadAsync(IReadOnlyList<MarketingList> wanted, CancellationToken cancellationToken)
    {
        var names = wanted.Select(static list => list.Name).ToHashSet(StringComparer.Ordinal);
        var found = new Dictionary<string, MarketingListOverview>(StringComparer.Ordinal);
        foreach (var account in await accounts.GetAllAsync(cancellationToken).ConfigureAwait(false))
        {
            var details = AccountDetails.Of(account);
            await using var unit = await store.BeginAsync(account.Id, cancellationToken).ConfigureAwait(false);
            var open = (await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false))
                .Where(connection => connection.DisconnectedAt is null && names.Contains(connection.ListName) && !found.ContainsKey(connection.ListName))
                .ToList();
            if (open.Count == 0)
            {
                continue;
            }

            var books = (await unit.AddressBooks.GetAllAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(static book => book.Id);
            var statuses = await MarketingListStatusReader.ReadAsync(unit, open, books, cancellationToken).ConfigureAwait(false);
            foreach (var (connection, status) in open.Zip(statuses))
            {
                var list = lists.Find(connection.ListName)!;
                found[list.Name] = Of(list) with { Account = details, Connection = Connection.From(connection, books.GetValueOrDefault(connection.AddressBookId)), Status = status };
            }
        }

        return [.. wanted.OrderBy(static list => list.Name, StringComparer.OrdinalIgnoreCase).Select(list => found.GetValueOrDefault(list.Name) ?? Of(list))];
    }

    private static MarketingListOverview Of(MarketingList list) => new() { ListName = list.Name, Entity = list.Entity, DeclaredAccount = list.Account };
}
