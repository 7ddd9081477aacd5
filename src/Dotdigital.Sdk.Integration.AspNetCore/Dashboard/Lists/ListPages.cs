using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.MarketingLists;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Lists;

/// <summary>The pages that show lists.</summary>
internal sealed class ListPages(IMarketingListOverviewReader lists, IAccountService accounts, IConnectionService connections, IExportOrchestrator export, ISetAsideReader setAside)
{
    /// <summary>How many rows set aside a page shows.</summary>
    public const int MostRows = 200;

    /// <summary>All lists.</summary>
    public async Task<DashboardAnswer> OverviewAsync(DashboardRequest request) =>
        DashboardAnswer.Show<ListsView>("Marketing lists", await lists.GetAllAsync(request.Cancel).ConfigureAwait(false));

    /// <summary>One list; where it is not connected, the form that connects it.</summary>
    public async Task<DashboardAnswer> ListAsync(DashboardRequest request)
    {
        var list = await FindAsync(request).ConfigureAwait(false);
        if (list.Account is not { } account || list.Connection is null)
        {
            return await ConnectFormAsync(request, list).ConfigureAwait(false);
        }

        var counts = await setAside.CountAsync(account.Id, list.ListName, request.Cancel).ConfigureAwait(false);
        return DashboardAnswer.Show<ListView>(list.ListName, new ListModel(list, counts));
    }

    /// <summary>The form that connects a list, with what was typed in it so far.</summary>
    public async Task<DashboardAnswer> ConnectFormAsync(DashboardRequest request) =>
        await ConnectFormAsync(request, await FindAsync(request).ConfigureAwait(false) with { Account = null, Connection = null, Status = null }).ConfigureAwait(false);

    /// <summary>The form that switches a connected list to another book.</summary>
    public async Task<DashboardAnswer> SwitchFormAsync(DashboardRequest request) => await ConnectFormAsync(request, await FindAsync(request).ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary>The form again, with what connecting would do.</summary>
    public async Task<DashboardAnswer> PreviewAsync(DashboardRequest request, DashboardAnswer form, AddressBookChoice book)
    {
        var model = (ConnectModel)form.Model!;
        var forecast = await export.PlanExportAsync(request.Account(), new PlanOptions { ListName = model.List.ListName, AddressBook = book }, request.Cancel).ConfigureAwait(false);
        return Form(model with { Forecast = forecast.Lists[0] });
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

    private async Task<DashboardAnswer> ConnectFormAsync(DashboardRequest request, MarketingListOverview list)
    {
        IReadOnlyList<AccountDetails> all = list.Account is { } own ? [own] : await accounts.GetAllAsync(request.Cancel).ConfigureAwait(false);
        var wanted = request.Text("account");
        var account = all.FirstOrDefault(account => string.Equals(account.Id.Value, wanted, StringComparison.Ordinal))
            ?? all.FirstOrDefault(account => account.Id == list.DeclaredAccount)
            ?? (all.Count > 0 ? all[0] : null);
        var query = new AddressBookQuery { Text = request.Text("filter"), Skip = request.Number("skip"), Take = ConnectModel.BooksAPage };
        return Form(new ConnectModel
        {
            List = list,
            Accounts = all,
            Account = account,
            Filter = query.Text,
            Skip = query.Skip,
            Books = account is null ? new AddressBookPage([], 0, 0) : await connections.FindFreeAddressBooksAsync(account.Id, query, request.Cancel).ConfigureAwait(false),
            Book = request.Text("book"),
            NewBook = request.Text("new-book"),
            IsPublic = request.Text("access") is "public",
            CreateEntities = request.Flag("create-entities"),
            Members = request.Text("members"),
        });
    }

    private static DashboardAnswer Form(ConnectModel model) =>
        DashboardAnswer.Show<ConnectView>(model.IsSwitch ? $"Switch {model.List.ListName} to another address book" : $"Connect {model.List.ListName}", model);

    private async Task<MarketingListOverview> FindAsync(DashboardRequest request)
    {
        var name = request.Required("list");
        return await lists.FindAsync(name, request.Cancel).ConfigureAwait(false) ?? throw new DashboardNotFoundException($"There is no marketing list '{name}': the application does not declare it.");
    }
}
