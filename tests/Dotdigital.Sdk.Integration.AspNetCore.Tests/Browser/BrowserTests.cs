using Dotdigital.Sdk.Integration.AspNetCore.Tests.Dashboard;
using Dotdigital.Sdk.Integration.Campaigns;
using Microsoft.Extensions.DependencyInjection;
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
    public async Task List_FindsItsBookAmongThousands_IsPreviewedAndConnected_AndSwitched()
    {
        await using var bench = await DashboardBench.StartAsync(books: 2000);
        await bench.SettleAsync();
        await using var window = await Window.OpenAsync(chromium, bench);
        await window.GoToAsync($"lists/connect?list={Uri.EscapeDataString(DashboardBench.Odd)}");
        await window.SeesAsync("1 to 100 of 2,001");
        await window.FollowAsync("Later names");
        await window.SeesAsync("101 to 200 of 2,001");

        await window.Page.GetByLabel("Find an address book by its name").FillAsync("book 1776");
        await window.ClickAsync("Find");
        await window.SeesAsync("1 to 1 of 1 that match");
        await window.Page.GetByLabel("Address book", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Book 1776 (0 contacts)" });
        await window.ClickAsync("Preview what would happen");
        await window.SeesAsync("What connecting to Book 1776 would do");
        await window.KeepAsync("connect-preview");
        await window.ClickAsync("Connect");
        await window.SeesAsync("The list is connected");

        await window.GoToAsync("lists/list?list=newsletter");
        await window.FollowAsync("Switch to another address book");
        await window.Page.GetByLabel("Address book", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Book 0003 (0 contacts)" });
        await window.Page.GetByLabel("stay in it").CheckAsync();
        await window.KeepAsync("switch");
        await window.ClickAsync("Switch");
        await window.SeesAsync("goes to the other address book");
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
    public async Task MP2_Mapping_IsCheckedAsOneTypes_AndByTheKeyboardAlone()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        await using var window = await Window.OpenAsync(chromium, bench);
        await window.GoToAsync("mappings/edit?account=main&entity=Customer");
        await window.ClickAsync("Add a row");
        var row = window.Page.GetByRole(AriaRole.Group, new PageGetByRoleOptions { Name = "New row" });

        await row.GetByLabel("Field here").FocusAsync();
        await window.Page.Keyboard.TypeAsync("LastName");
        await Assertions.Expect(row).ToContainTextAsync("Choose a data field for LastName.");
        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.TypeAsync("POINTS");
        await Assertions.Expect(row).ToContainTextAsync("'POINTS' is Numeric, and 'LastName' is a String");
        await Assertions.Expect(window.Page.Locator("[aria-live=polite]")).ToContainTextAsync("1 row has a problem");
        await window.KeepAsync("mapping-problem");
        await row.GetByLabel("Data field", new LocatorGetByLabelOptions { Exact = true }).SelectOptionAsync("TOWN");

        await Assertions.Expect(window.Page.Locator("[aria-live=polite]")).ToContainTextAsync("This mapping can be saved. New or changed: TOWN. Up to 12 members");
        await Assertions.Expect(row.Locator(".problem")).ToBeEmptyAsync();
        await window.ClickAsync("Save");
        await window.SeesAsync("The mapping was saved");
    }

    [Fact]
    public async Task Mapping_WithoutScript_IsCheckedByItsPreviewButton()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        await using var window = await Window.OpenAsync(chromium, bench.Root, DashboardBench.Admin, hasScript: false);
        await window.GoToAsync("mappings/edit?account=main&entity=Customer");
        await window.ClickAsync("Add a row");
        var row = window.Page.GetByRole(AriaRole.Group, new PageGetByRoleOptions { Name = "New row" });
        await row.GetByLabel("Field here").SelectOptionAsync("Town");
        await row.GetByLabel("Data field", new LocatorGetByLabelOptions { Exact = true }).SelectOptionAsync("POINTS");

        await window.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Preview", Exact = true }).Last.ClickAsync();

        await window.SeesAsync("'POINTS' is Numeric, and 'Town' is a String");
        await window.SeesAsync("not to be saved yet");
    }

    [Fact]
    public async Task Campaigns_AreMerged()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        await bench.SendCampaignAsync("One");
        await bench.SendCampaignAsync("Two");
        var links = bench.Services.GetRequiredService<ICampaignLinks>();
        foreach (var campaign in bench.Remote.Campaigns)
        {
            await links.AnswerAsync(DashboardBench.Id, campaign.Id, new HostCampaign(null, $"marketing-{campaign.Name}"), DashboardBench.Cancel);
        }

        await using var window = await Window.OpenAsync(chromium, bench);
        await window.GoToAsync("campaigns");
        await window.Page.GetByLabel("This one is merged").SelectOptionAsync("marketing-One");
        await window.Page.GetByLabel("into this one, which stays").SelectOptionAsync("marketing-Two");
        await window.ClickAsync("Merge");

        await window.SeesAsync("The marketing campaigns were merged");
        await window.KeepAsync("merged");
    }

    [Fact]
    public async Task AC2_EmailStudio_IsConnectedOpenedAndDisconnected()
    {
        await using var bench = await DashboardBench.WithSignInAsync();
        await using var window = await Window.OpenAsync(chromium, bench, DashboardBench.Viewer);
        await window.GoToAsync("email-studio");
        await window.KeepAsync("email-studio");

        // Dotdigital's consent page of the emulator agrees at once, and the callback goes on to Dotdigital.
        await window.ClickAsync("Connect to Dotdigital");
        await Assertions.Expect(window.Page.Locator("body")).ToContainTextAsync("Signed in to main.");
        await window.GoToAsync("email-studio");
        await window.SeesAsync("You can open Dotdigital signed in");
        await window.KeepAsync("email-studio-connected");
        var opened = await window.Page.Context.RunAndWaitForPageAsync(() => window.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Open Dotdigital" }).ClickAsync());
        await Assertions.Expect(opened.Locator("body")).ToContainTextAsync("Signed in to main.");
        await window.ClickAsync("Disconnect");

        await window.SeesAsync("You are disconnected from Dotdigital");
        await window.SeesAsync("Not connected");
    }

    [Fact]
    public async Task AC2_AStateThatIsForgedUsedOrExpired_IsRefusedWithWhatToDo()
    {
        await using var bench = await DashboardBench.WithSignInAsync();
        await using var window = await Window.OpenAsync(chromium, bench);
        using var visitor = bench.Visit();
        var callbacks = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            var consent = await visitor.SendAsync("email-studio", "email-studio/connect", ("account", "main"));
            callbacks.Add((await visitor.GetElsewhereAsync(new Uri(consent.Location!))).Location!);
        }

        await visitor.GetElsewhereAsync(new Uri(callbacks[0]));
        bench.Emulator.Clock.Advance(TimeSpan.FromMinutes(11));
        foreach (var callback in new[] { callbacks[0], callbacks[1], new Uri(bench.Root, "/sso/callback?state=forged&code=forged").AbsoluteUri })
        {
            var answer = await window.Page.GotoAsync(callback);
            Assert.Equal(400, answer!.Status);
            await window.SeesAsync("You are not connected");
            await window.SeesAsync("Begin again, and finish within 10 minutes");
        }

        await window.Page.GotoAsync(callbacks[1]);
        await window.KeepAsync("email-studio-refused", isOfDashboard: false);
        await window.FollowAsync("Begin again");
        await window.ClickAsync("Connect again");
        await Assertions.Expect(window.Page.Locator("body")).ToContainTextAsync("Signed in to main.");
    }

    [Fact]
    public async Task AC2_EmailStudio_WithoutSetUp_SaysWhatIsMissing()
    {
        await using var bench = await DashboardBench.StartAsync();
        await using var window = await Window.OpenAsync(chromium, bench);
        await window.GoToAsync();
        await window.FollowAsync("Email Studio");

        await window.SeesAsync("SingleSignOn:ClientId");
        await window.KeepAsync("email-studio-missing");
    }

    [Fact]
    public async Task Person_IsExplained()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        bench.Remote.Unsubscribe("c3@example.com", bench.Remote.AddressBooks.Single(static book => book.Name == "Newsletter").Id);
        await bench.SendCampaignAsync("Spring sale");
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
