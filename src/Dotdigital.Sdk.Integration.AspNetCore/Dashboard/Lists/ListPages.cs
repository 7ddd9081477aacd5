using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.Export;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Lists;

/// <summary>The pages that show lists.</summary>
internal sealed class ListPages(ListReader reader, IAccountService accounts, IConnectionService connections, IExportOrchestrator export, ISetAsideReader setAside)
{
    /// <summary>How many rows set aside a page shows.</summary>
    public const int MostRows = 200;

    /// <summary>All lists.</summary>
    public async Task<DashboardAnswer> OverviewAsync(DashboardRequest request) =>
        DashboardAnswer.Show<ListsView>("Marketing lists", await reader.GetAllAsync(request.Cancel).ConfigureAwait(false));

    /// <summary>One list; where it is not connected, the form that connects it.</summary>
    public async Task<DashboardAnswer> ListAsync(DashboardRequest request)
    {
        var row = await reader.GetAsync(request.Required("list"), request.Cancel).ConfigureAwait(false);
        if (row is not { Account: { } account, Status: not null })
        {
            return await ConnectFormAsync(request).ConfigureAwait(false);
        }

        var counts = await setAside.CountAsync(account.Id, row.List.Name, request.Cancel).ConfigureAwait(false);
        return DashboardAnswer.Show<ListView>(row.List.Name, new ListModel(row, counts));
    }

    /// <summary>The form that connects a list, with what was typed in it so far.</summary>
    public async Task<DashboardAnswer> ConnectFormAsync(DashboardRequest request)
    {
        var row = await reader.GetAsync(request.Required("list"), request.Cancel).ConfigureAwait(false);
        var all = await accounts.GetAllAsync(request.Cancel).ConfigureAwait(false);
        var wanted = request.Text("account");
        var account = all.FirstOrDefault(account => string.Equals(account.Id.Value, wanted, StringComparison.Ordinal)) ?? (all.Count > 0 ? all[0] : null);
        return DashboardAnswer.Show<ConnectView>($"Connect {row.List.Name}", new ConnectModel
        {
            List = row.List,
            Accounts = all,
            Account = account,
            Books = account is null ? [] : await connections.GetFreeAddressBooksAsync(account.Id, request.Cancel).ConfigureAwait(false),
            Book = request.Text("book"),
            NewBook = request.Text("new-book"),
            CreateEntities = request.Flag("create-entities"),
        });
    }

    /// <summary>A dry run.</summary>
    public async Task<DashboardAnswer> PlanAsync(DashboardRequest request)
    {
        var account = request.Account();
        var list = request.Required("list");
        var forecast = await export.PlanExportAsync(account, new PlanOptions { ListName = list }, request.Cancel).ConfigureAwait(false);
        return forecast.Lists.FirstOrDefault() is { } planned
            ? DashboardAnswer.Show<PlanView>($"Dry run of {list}", new PlanModel(account.Value, planned))
            : throw new DashboardNotFoundException($"Marketing list '{list}' is not connected in account '{account}', or its connection is paused: there is nothing to plan.");
    }

    /// <summary>Rows set aside.</summary>
    public async Task<DashboardAnswer> SetAsideAsync(DashboardRequest request)
    {
        var account = request.Account();
        var list = request.Required("list");
        var reason = request.Text("reason");
        var rows = new List<SetAsideItem>();
        await foreach (var row in setAside.ReadAsync(account, list, request.Cancel).ConfigureAwait(false))
        {
            if (reason.Length == 0 || string.Equals(row.Reason, reason, StringComparison.Ordinal))
            {
                rows.Add(row);
            }

            if (rows.Count == MostRows)
            {
                break;
            }
        }

        var counts = await setAside.CountAsync(account, list, request.Cancel).ConfigureAwait(false);
        return DashboardAnswer.Show<SetAsideView>($"Set aside in {list}", new SetAsideModel(account.Value, list, counts, reason, rows));
    }
}
