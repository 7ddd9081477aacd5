using Dotdigital.Sdk.Integration.AspNetCore.Tests.Dashboard;
using Microsoft.Playwright;
using Xunit;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.Browser;

/// <summary>Each page's main act, as a person does it.</summary>
public sealed class BrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Anonymous_SeesNothing()
    {
        await using var bench = await DashboardBench.StartAsync();
        await using var window = await Window.OpenAsync(chromium, bench, user: null);

        var answer = await window.Page.APIRequest.GetAsync(bench.Root.AbsoluteUri);

        Assert.Equal(401, answer.Status);
    }

    [Fact]
    public async Task ForgedForm_FromAnotherPage_IsRefused()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        await using var window = await Window.OpenAsync(chromium, bench);
        await window.GoToAsync("lists/list?list=newsletter");

        await window.Page.EvaluateAsync("document.querySelectorAll('[name=__RequestVerificationToken]').forEach(e => e.value = 'forged')");
        await window.ClickAsync("Sync now");

        await window.SeesAsync("nothing was changed");
    }

    [Fact]
    public async Task List_IsConnectedSyncedAndItsDryRunRead()
    {
        await using var bench = await DashboardBench.StartAsync();
        bench.Shop.Rows["9999"] = ["not an address", "A", "B", "C", 1];
        await bench.SettleAsync();
        await using var window = await Window.OpenAsync(chromium, bench);
        await window.GoToAsync();
        await window.KeepAsync("lists");

        await window.FollowAsync("Connect");
        await window.KeepAsync("connect");
        await window.Page.GetByLabel("Address book", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync("new");
        await window.Page.GetByLabel("Name of a new address book").FillAsync("VIPs");
        await window.ClickAsync("Connect");
        await window.SeesAsync("The list is connected");
        await bench.SettleAsync();
        await window.GoToAsync("lists/list?list=newsletter");
        await window.ClickAsync("Sync now");
        await window.SeesAsync("A sync was asked for");
        await window.KeepAsync("list");
        await window.FollowAsync("Dry run");
        await window.SeesAsync("Nothing was sent or stored");
        await window.KeepAsync("plan");
        await window.GoToAsync("lists/set-aside?account=main&list=newsletter");
        await window.SeesAsync("The email address is not valid");
        await window.KeepAsync("set-aside");
    }

    [Fact]
    public async Task LargeRemoval_IsConfirmedByAPerson()
    {
        await using var bench = await DashboardBench.StartAsync(customers: 20);
        await bench.SettleAsync();
        bench.Shop.Rows.Clear();
        await bench.CycleAsync();
        await using var window = await Window.OpenAsync(chromium, bench);
        await window.GoToAsync("lists/list?list=newsletter");
        await window.KeepAsync("removal");

        await window.Page.GetByLabel("It is meant").CheckAsync();
        await window.ClickAsync("Confirm the removal");

        await window.SeesAsync("The removal is confirmed");
    }

    [Fact]
    public async Task Mapping_IsEditedPreviewedAndSaved()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        await using var window = await Window.OpenAsync(chromium, bench);
        await window.GoToAsync("mappings");
        await window.KeepAsync("mappings");
        await window.FollowAsync("Edit the mapping of Customer");
        await window.ClickAsync("Add a row");

        var row = window.Page.GetByRole(AriaRole.Group, new PageGetByRoleOptions { Name = "New row" });
        await row.GetByLabel("Field here").SelectOptionAsync("Town");
        await row.GetByLabel("Data field", new LocatorGetByLabelOptions { Exact = true }).SelectOptionAsync("TOWN");
        await window.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Preview", Exact = true }).Last.ClickAsync();
        await window.SeesAsync("12 members are compared");
        await window.KeepAsync("mapping");
        await window.ClickAsync("Save");

        await window.SeesAsync("The mapping was saved");
    }

    [Fact]
    public async Task Person_IsExplained()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        bench.Remote.Unsubscribe("c3@example.com", bench.Remote.AddressBooks.Single(static book => book.Name == "Newsletter").Id);
        await bench.CycleAsync();
        await using var window = await Window.OpenAsync(chromium, bench, DashboardBench.Viewer);
        await window.GoToAsync("people");

        await window.Page.GetByLabel("Email address").FillAsync("c3@example.com");
        await window.ClickAsync("Explain");

        await window.SeesAsync("Not exported");
        await window.KeepAsync("person");
    }

    [Fact]
    public async Task Account_IsAddedAndChecked()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        await using var window = await Window.OpenAsync(chromium, bench);
        await window.GoToAsync("accounts");
        await window.KeepAsync("accounts");
        await window.ClickAsync("Check connection");
        await window.SeesAsync("Dotdigital accepts the API user");
        await window.KeepAsync("check");

        await window.GoToAsync("accounts/add");
        await window.Page.GetByLabel("Id", new PageGetByLabelOptions { Exact = true }).FillAsync("second");
        await window.Page.GetByLabel("API user").FillAsync("apiuser-2@apiconnector.com");
        await window.Page.GetByLabel("Password").FillAsync("secret");
        await window.KeepAsync("account");
        await window.ClickAsync("Add the account");

        await window.SeesAsync("The account was added");
    }

    [Fact]
    public async Task DataField_IsCreatedAndDeleted()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        await using var window = await Window.OpenAsync(chromium, bench);
        await window.GoToAsync("data-fields");
        await window.KeepAsync("data-fields");

        await window.Page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("SHOE_SIZE");
        await window.Page.GetByLabel("Type").SelectOptionAsync("Numeric");
        await window.ClickAsync("Create");
        await window.SeesAsync("The data field was created");
        await window.FollowAsync("Delete SHOE_SIZE");
        await window.KeepAsync("data-field-delete");
        await window.ClickAsync("Delete SHOE_SIZE");

        await window.SeesAsync("The data field was deleted");
    }

    [Fact]
    public async Task Activity_AndCampaigns_AreShown()
    {
        await using var bench = await DashboardBench.StartAsync(customers: 40);
        await bench.SettleAsync();
        await bench.SendCampaignAsync("Spring <b>sale</b>");
        await using var window = await Window.OpenAsync(chromium, bench);
        await window.GoToAsync("activity");
        await window.SeesAsync("Sync: opt-outs, import, export");
        await window.KeepAsync("activity");

        await window.GoToAsync("campaigns");
        await window.KeepAsync("campaigns");
        await window.FollowAsync("Spring <b>sale</b>");
        await window.SeesAsync("https://shop.example/spring");
        await window.KeepAsync("campaign");
    }

    [Fact]
    public async Task DeadDatabase_IsSaidInWords()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.CycleAsync();
        await bench.BreakStoreAsync();
        await using var window = await Window.OpenAsync(chromium, bench);

        await window.Page.GotoAsync($"{bench.Root.AbsoluteUri}/lists");

        await window.SeesAsync("Check that its database runs");
        await window.KeepAsync("dead");
    }
}
