using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.MarketingLists;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Lists;

/// <summary>Brings together what the services say of each list.</summary>
internal sealed class ListReader(IEnumerable<MarketingList> lists, IAccountService accounts, IConnectionService connections, IMarketingListStatusReader statuses)
{
    /// <summary>All declared lists, by name.</summary>
    public async Task<IReadOnlyList<ListRow>> GetAllAsync(CancellationToken cancellationToken)
    {
        var places = new Dictionary<string, (AccountDetails Account, Connection Connection)>(StringComparer.Ordinal);
        foreach (var account in await accounts.GetAllAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (var connection in await ConnectionsOfAsync(account.Id, cancellationToken).ConfigureAwait(false))
            {
                if (connection.State != ConnectionState.Ended)
                {
                    places.TryAdd(connection.ListName, (account, connection));
                }
            }
        }

        var rows = new List<ListRow>();
        foreach (var list in lists.OrderBy(static list => list.Name, StringComparer.OrdinalIgnoreCase))
        {
            rows.Add(places.TryGetValue(list.Name, out var place)
                ? new ListRow
                {
                    List = list,
                    Account = place.Account,
                    Connection = place.Connection,
                    Status = await statuses.GetListStatusAsync(place.Account.Id, list.Name, cancellationToken).ConfigureAwait(false),
                }
                : new ListRow { List = list });
        }

        return rows;
    }

    /// <summary>One list.</summary>
    /// <exception cref="DashboardNotFoundException">It is not declared.</exception>
    public async Task<ListRow> GetAsync(string listName, CancellationToken cancellationToken) =>
        (await GetAllAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(row => string.Equals(row.List.Name, listName, StringComparison.Ordinal))
        ?? throw new DashboardNotFoundException($"There is no marketing list '{listName}': the application does not declare it.");

    /// <summary>None of an account that was removed since it was asked for.</summary>
    private async Task<IReadOnlyList<Connection>> ConnectionsOfAsync(AccountId account, CancellationToken cancellationToken)
    {
        try
        {
            return await connections.GetConnectionsAsync(account, cancellationToken).ConfigureAwait(false);
        }
        catch (UnknownAccountException)
        {
            return [];
        }
    }
}
